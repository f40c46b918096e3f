package dev.footnote.retrieval;

import dev.footnote.english.Inflection;
import dev.footnote.english.QuestionWords;
import dev.footnote.model.Tokenizer;
import dev.footnote.text.FoldedText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads a misspelt word of a question as the closest word of the articles. Only a word that is neither in the articles
 * nor in the models' vocabulary of common words can be misspelt. Safe for use by several threads.
 */
@Singleton
public class Spelling {

    /** Shorter words have too many neighbours. */
    private static final int SHORTEST = 5;

    /** From this length on, two letters may differ. */
    private static final int LONG = 7;

    /** Shorter words make no compound. */
    private static final int SHORTEST_OF_COMPOUND = 3;

    /** Two letters that changed places may as well be a short name. */
    private static final int SHORTEST_SWAPPED = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?");

    private final PassageIndex index;
    private final IndexedArticles articles;
    private final Tokenizer tokenizer;

    Spelling(PassageIndex index, IndexedArticles articles, Tokenizer tokenizer) {
        this.index = index;
        this.articles = articles;
        this.tokenizer = tokenizer;
    }

    /**
     * A question as it was probably meant.
     *
     * @param question respelt; as it was where nothing was
     * @param replaced the words it was respelt with, as the articles write them
     */
    public record Respelt(String question, List<String> replaced) {
        public Respelt {
            replaced = List.copyOf(replaced);
        }

        /** A question in which nothing was respelt. */
        public static Respelt asIs(String question) {
            return new Respelt(question, List.of());
        }
    }

    /** Respells a question. */
    public Respelt respell(String question) {
        List<String> replaced = new ArrayList<>();
        // In its plain form: a word that the articles write otherwise is not misspelt.
        Matcher words = WORD.matcher(FoldedText.withPlainLetters(question));
        StringBuilder respelt = new StringBuilder();
        while (words.find()) {
            Optional<String> meant = meant(words.group());
            meant.ifPresent(replaced::add);
            words.appendReplacement(respelt, Matcher.quoteReplacement(meant.orElse(words.group())));
        }
        return new Respelt(words.appendTail(respelt).toString(), replaced);
    }

    private Optional<String> meant(String written) {
        String word = written.replaceFirst("['’]s$", "");
        if (tokenizer.isWord(word) || index.knows(word)) {
            return Optional.empty();
        }
        if (word.length() < SHORTEST) {
            return swapped(word);
        }
        return index.closest(word, word.length() >= LONG && !isCompound(word) ? 2 : 1)
                .flatMap(this::asWritten)
                // A plural or another form is another word, not another spelling: the index matches it by its stem.
                .filter(closest -> !isInflected(word, closest) && !isInflected(closest, word))
                .map(closest -> closest + written.substring(word.length()));
    }

    /** Two words written as one, "offline": whoever writes both rightly has not missed two letters. */
    private boolean isCompound(String word) {
        return IntStream.rangeClosed(SHORTEST_OF_COMPOUND, word.length() - SHORTEST_OF_COMPOUND)
                .anyMatch(at -> tokenizer.isWord(word.substring(0, at)) && tokenizer.isWord(word.substring(at)));
    }

    /** A word as it stands in a passage that has it, capitals and all. */
    private Optional<String> asWritten(PassageIndex.KnownWord known) {
        Pattern pattern = wholeWord(known.word());
        return articles.of(known.place())
                .map(article -> known.place().passage().span().of(article.text()))
                .map(passage -> pattern.matcher(FoldedText.keepingCase(passage).text()))
                .filter(Matcher::find)
                .map(Matcher::group);
    }

    private static Pattern wholeWord(String word) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A short word that any question may have, in which two neighbours changed places, "sya". */
    private static Optional<String> swapped(String word) {
        if (word.length() < SHORTEST_SWAPPED) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i + 1 < lower.length(); i++) {
            String other = lower.substring(0, i) + lower.charAt(i + 1) + lower.charAt(i) + lower.substring(i + 2);
            if (QuestionWords.isEmpty(other) || QuestionWords.points(other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static boolean isInflected(String longer, String shorter) {
        return longer.length() > shorter.length()
                && longer.regionMatches(true, 0, shorter, 0, shorter.length())
                && Inflection.isEnding(longer.substring(shorter.length()));
    }
}
