package dev.footnote.passage;

import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceSplitter;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Cuts a text into passages: whole sentences of one paragraph up to a limit of tokens, a longer paragraph in several
 * that share one sentence with their neighbour. Short paragraphs stay alone: joined ones were read worse (56 instead of
 * 59 of 63 questions right on the seed). Safe for use by several threads if the token counter is.
 */
public final class PassageSplitter {

    /** The limit that the reader reads best, in WordPiece tokens. */
    public static final int DEFAULT_LIMIT = 120;

    /** A part of a sentence never has more code units, however few tokens they make: "aaaa…" is a single one. */
    private static final int MOST_CODE_UNITS = 1_500;

    private final SentenceSplitter sentences = new SentenceSplitter();
    private final ToIntFunction<String> tokenCounter;
    private final int limit;

    /**
     * @param tokenCounter how many tokens a text has
     * @param limit the most tokens of a passage, at least 1
     */
    public PassageSplitter(ToIntFunction<String> tokenCounter, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A passage needs room for at least one token, not " + limit);
        }
        this.tokenCounter = tokenCounter;
        this.limit = limit;
    }

    /**
     * The sentences of a text in their order, those over the limit in parts. Together they hold every character that is
     * not white space, each once.
     */
    public List<Sentence> sentences(String text) {
        List<Sentence> parts = new ArrayList<>();
        for (Sentence sentence : sentences.split(text)) {
            String words = sentence.span().of(text);
            if (fits(words)) {
                parts.add(sentence);
            } else {
                for (Span part : cut(words)) {
                    parts.add(new Sentence(part.shifted(sentence.span().start()), sentence.paragraph()));
                }
            }
        }
        return parts;
    }

    /** The passages of a text in their order. Every sentence is in at least one. */
    public List<Passage> split(String text) {
        List<Passage> passages = new ArrayList<>();
        List<Sentence> run = new ArrayList<>();
        int tokens = 0;
        int fresh = 0;
        for (Sentence sentence : sentences(text)) {
            int more = tokenCounter.applyAsInt(sentence.span().of(text));
            boolean sameParagraph = !run.isEmpty() && run.get(0).paragraph() == sentence.paragraph();
            if (!run.isEmpty() && (!sameParagraph || tokens + more > limit)) {
                if (fresh > 0) {
                    passages.add(new Passage(run));
                }
                Sentence last = run.get(run.size() - 1);
                run.clear();
                tokens = 0;
                fresh = 0;
                if (sameParagraph) {
                    int shared = tokenCounter.applyAsInt(last.span().of(text));
                    if (shared + more <= limit) {
                        run.add(last);
                        tokens = shared;
                    }
                }
            }
            run.add(sentence);
            tokens += more;
            fresh++;
        }
        if (fresh > 0) {
            passages.add(new Passage(run));
        }
        return passages;
    }

    private boolean fits(String words) {
        return words.length() <= MOST_CODE_UNITS && tokenCounter.applyAsInt(words) <= limit;
    }

    /** Fills each part with words up to the limit, then goes back to the last end of a clause in its second half. */
    private List<Span> cut(String sentence) {
        List<Span> parts = new ArrayList<>();
        int start = 0;
        while (start < sentence.length()) {
            int end = start;
            int clauseEnd = -1;
            int tokens = 0;
            while (end < sentence.length()) {
                int wordEnd = wordEnd(sentence, end);
                int more = tokenCounter.applyAsInt(sentence.substring(end, wordEnd));
                if (end > start && (tokens + more > limit || wordEnd - start > MOST_CODE_UNITS)) {
                    break;
                }
                tokens += more;
                end = wordEnd;
                if (tokens >= limit / 2 && endsClause(sentence, start, end)) {
                    clauseEnd = end;
                }
            }
            if (end < sentence.length() && clauseEnd > 0) {
                end = clauseEnd;
            }
            Span part = new Span(start, end).trimmed(sentence);
            if (part.length() > 0) {
                parts.add(part);
            }
            start = end;
        }
        return parts;
    }

    /** The end of the word at {@code from} with the space behind it; of a very long one, the end of a part. */
    private static int wordEnd(String sentence, int from) {
        int most = Math.min(sentence.length(), from + 100);
        int at = from;
        while (at < most && !Character.isWhitespace(sentence.charAt(at))) {
            at++;
        }
        if (at == most && at < sentence.length() && Character.isLowSurrogate(sentence.charAt(at))) {
            at--;
        }
        while (at < sentence.length() && Character.isWhitespace(sentence.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean endsClause(String sentence, int start, int end) {
        int at = end;
        while (at > start && Character.isWhitespace(sentence.charAt(at - 1))) {
            at--;
        }
        return at > start && at < end && ",;:–—)".indexOf(sentence.charAt(at - 1)) >= 0;
    }
}
