package dev.footnote.intent;

import dev.footnote.answer.Certainty;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import dev.footnote.english.AuthorshipWords;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.QuestionWords.QuestionWord;
import dev.footnote.english.Sentence;
import dev.footnote.english.WritingNouns;
import dev.footnote.text.FoldedText;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * "Who wrote this?", "when was it published?": what the file says of itself. Where the article itself speaks of such a thing
 * ("The report was written by …"), a question for it is read in the text first, and the file is asked only if that says
 * nothing.
 */
@Singleton
public class MetadataHandler implements IntentHandler {

    private static final String FROM_FILE = "This is from the file's own details, not from its text.";

    /** How sure it is that a file is right about itself: nobody checks what programs write there; no figure was fitted. */
    private static final double LIKELY = 0.8;

    /** A sentence or less: what stands between two full stops or line breaks, as far as it is worth looking at. */
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)|\\n\\s*\\n");

    private static final int LONGEST_SENTENCE = 300;

    /** A paragraph that says who wrote what stands around it, and little more. UTF-16 code units. */
    private static final int LONGEST_BYLINE = 120;

    private final ArticleChoice choice;

    MetadataHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        Optional<Intent> intent = intent(question);
        return isReadFirst(question, intent) ? Optional.empty() : intent.flatMap(known -> tell(question, known));
    }

    /**
     * "Who wrote it?" may mean what was said before, and "Who wrote the report?" one that the text speaks of; where nothing
     * says, they mean the article.
     */
    @Override
    public Optional<Reply> whenNotFound(EncodedQuestion question) {
        Optional<Intent> intent = intent(question);
        return isReadFirst(question, intent) ? intent.flatMap(known -> tell(question, known)) : Optional.empty();
    }

    private boolean isReadFirst(EncodedQuestion question, Optional<Intent> intent) {
        return question.mayPointBack() || intent.isPresent() && isInText(question);
    }

    private static Optional<Intent> intent(EncodedQuestion question) {
        return Stream.of(Intent.AUTHOR, Intent.DATE, Intent.SOURCE, Intent.TITLE)
                .filter(intent -> question.wants(intent, Thresholds.SURE) && question.tells(intent))
                .findFirst();
    }

    /** Whether an article that is asked says something of who made such a thing as the question names, or when. */
    private boolean isInText(EncodedQuestion question) {
        Set<Pattern> things = things(question.text());
        if (things.isEmpty()) {
            return false;
        }
        for (Article article : choice.articles(question.inquiry())) {
            String lower = article.text().toLowerCase(Locale.ROOT);
            if (things.stream().anyMatch(thing -> saysOf(thing, lower))) {
                return true;
            }
        }
        return false;
    }

    /** What a question names of such things, each once: a long question may name one over and over. */
    private static Set<Pattern> things(String question) {
        List<String> words = QuestionWords.of(question);
        Set<String> named = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (WritingNouns.contains(words.get(i))) {
                // "This report" is another one than "a report" of which the text speaks.
                boolean isThis = i > 0 && words.get(i - 1).equals("this");
                named.add(isThis ? "this " + words.get(i) : words.get(i));
            }
        }
        return named.stream().map(MetadataHandler::wholeWords).collect(Collectors.toSet());
    }

    private static Pattern wholeWords(String words) {
        String spaced =
                Stream.of(words.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s++"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + spaced + "(?![\\p{L}\\p{N}])");
    }

    private static boolean saysOf(Pattern thing, String lower) {
        Matcher found = thing.matcher(lower);
        while (found.find()) {
            String before = lower.substring(Math.max(0, found.start() - LONGEST_SENTENCE), found.start());
            String after = lower.substring(found.end(), Math.min(lower.length(), found.end() + LONGEST_SENTENCE));
            String[] sentences = SENTENCE_END.split(before, -1);
            String sentence =
                    sentences[sentences.length - 1] + " " + SENTENCE_END.split(after, 2)[0];
            if (QuestionWords.of(sentence).stream().anyMatch(AuthorshipWords::contains)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Reply> tell(EncodedQuestion question, Intent intent) {
        Optional<Article> article = choice.of(question.inquiry());
        Set<String> other = new TreeSet<>(
                question.ownWords(intent).stream().map(QuestionWord::text).toList());
        other.removeIf(WritingNouns::contains);
        article.ifPresent(named -> other.removeAll(ArticleChoice.titleWords(named)));
        if (!other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(article.map(one -> of(one, intent))
                .orElseGet(() -> choice.ask(question.inquiry(), title -> again(title, intent))));
    }

    private static Reply of(Article article, Intent intent) {
        return intent == Intent.TITLE ? title(article) : fromFile(article, intent);
    }

    /** The title, cited where it is the first line of the text. */
    private static Reply title(Article article) {
        return Sentences.of(article).stream()
                .limit(1)
                .filter(first -> first.span().of(article.text()).equals(article.title()))
                .findFirst()
                .map(first -> Reply.exact(List.of(Sentences.quoted(article, first))))
                .orElseGet(() -> fromFile(article.title()));
    }

    private static Reply fromFile(Article article, Intent intent) {
        @Nullable
        String said =
                switch (intent) {
                    case AUTHOR -> article.metadata().author();
                    case DATE -> article.metadata().date();
                    default -> article.metadata().source();
                };
        if (said == null || said.isBlank()) {
            String what =
                    switch (intent) {
                        case AUTHOR -> "who wrote it";
                        case DATE -> "when it was written";
                        default -> "where it comes from";
                    };
            return Reply.refusal(Reason.NOT_FOUND, "The file does not say " + what + ".", null, 0.0, List.of());
        }
        Optional<Reply> seen = intent == Intent.AUTHOR ? byline(article, said.strip()) : Optional.empty();
        return seen.orElseGet(() -> fromFile(said.strip()));
    }

    private static Reply fromFile(String said) {
        return new Reply(
                Kind.ANSWER,
                List.of(new Reply.Piece(said, List.of())),
                null,
                Certainty.LIKELY,
                LIKELY,
                List.of(),
                List.of(FROM_FILE));
    }

    /** What the file says of its author, where a byline of the text says so too. */
    private static Optional<Reply> byline(Article article, String author) {
        List<Sentence> sentences = Sentences.of(article);
        for (Span name : Occurrences.of(author, article.text())) {
            Optional<Sentence> around = sentences.stream()
                    .filter(sentence -> sentence.span().contains(name))
                    .filter(sentence -> sentence.span().length() <= LONGEST_BYLINE)
                    .filter(sentence -> AuthorshipWords.areBeforeName(FoldedText.of(
                                    article.text().substring(sentence.span().start(), name.start()))
                            .text()))
                    .findFirst();
            if (around.isPresent()) {
                return Optional.of(Reply.exact(
                        List.of(new Reply.Piece(author, List.of(Sentences.evidence(article, around.get(), name))))));
            }
        }
        return Optional.empty();
    }

    private static String again(String title, Intent intent) {
        return switch (intent) {
            case AUTHOR -> "Who wrote " + title + "?";
            case DATE -> "When was " + title + " published?";
            case TITLE -> "What is the title of " + title + "?";
            default -> "What is the source of " + title + "?";
        };
    }
}
