package dev.footnote.model;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import dev.footnote.text.FoldedText;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * BERT's uncased WordPiece, with the place of every token in the original text. Invisible characters vanish (a soft
 * hyphen joins its word), space parts words, punctuation and CJK ideographs stand alone, accents are dropped.
 *
 * <p>Pure Java, because the usual native tokenizer cannot be loaded by two class loaders, as tests and development mode
 * do. ICU's Unicode tables rather than the JDK's: they know newer characters, and the same ones on every JDK.
 * Immutable and safe for use by several threads.
 */
@Singleton
public class Tokenizer {

    /** Begins every input. */
    public static final long CLS = 101;
    /** Ends the question and the passage. */
    public static final long SEP = 102;

    private static final long UNKNOWN = 100;
    /** A longer word is unknown as a whole, as in BERT's own tokenizer. */
    private static final int LONGEST_WORD = 100;

    private static final Normalizer2 DECOMPOSER = Normalizer2.getNFDInstance();
    private static final Normalizer2 PLAIN_DECOMPOSER = Normalizer2.getNFKDInstance();
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private final CompletableFuture<Vocabulary> vocabulary;

    /** Begins to read the vocabulary that comes with the encoder's weights; whoever needs it first waits for it. */
    public Tokenizer() {
        // While the application starts, which has much else to do.
        this.vocabulary = CompletableFuture.supplyAsync(Vocabulary::read);
    }

    /** @throws IllegalStateException if it cannot be read; the message names the remedy */
    private Vocabulary vocabulary() {
        try {
            return vocabulary.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IllegalStateException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** How many tokens a text has. */
    public int count(String text) {
        return tokenizePlain(text).size();
    }

    /** Whether a word is among the about 20,000 common ones that the vocabulary holds whole, whatever its case. */
    public boolean isWord(String word) {
        return vocabulary().beginnings().containsKey(FoldedText.of(word).text());
    }

    /**
     * A text's tokens, without the special ones at its ends, as the reference tokenizer has them, which the models were
     * trained with.
     */
    public Tokens tokenize(String text) {
        return tokenize(text, false);
    }

    /**
     * The tokens of a text whose letters are read in their plain forms ({@link FoldedText#isForm}): few ligatures are in the
     * vocabulary, and a word with one is no word of it.
     */
    public Tokens tokenizePlain(String text) {
        return tokenize(text, true);
    }

    private Tokens tokenize(String text, boolean plain) {
        Run run = new Run(text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (c < 0x80) {
                ascii(c, at, run);
            } else {
                beyondAscii(c, at, next, plain && FoldedText.isForm(c), run);
            }
            at = next;
        }
        run.endWord();
        return run.tokens();
    }

    private static void ascii(int c, int at, Run run) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
            run.append((char) c, at, at + 1);
        } else if (c >= 'A' && c <= 'Z') {
            run.append((char) (c + ('a' - 'A')), at, at + 1);
        } else if (isSpace(c)) {
            run.endWord();
        } else if (c > ' ' && c < 0x7F) {
            run.endWord();
            run.append((char) c, at, at + 1);
            run.endWord();
        }
    }

    private static void beyondAscii(int c, int start, int end, boolean isForm, Run run) {
        if (isSpace(c)) {
            run.endWord();
            return;
        }
        if (c == REPLACEMENT_CHARACTER || isInvisible(c)) {
            return;
        }
        String lower = Character.toString(c).toLowerCase(Locale.ROOT);
        String plain =
                isForm ? PLAIN_DECOMPOSER.normalize(lower).toLowerCase(Locale.ROOT) : DECOMPOSER.normalize(lower);
        plain.codePoints().forEach(part -> {
            if (UCharacter.getType(part) == UCharacterCategory.NON_SPACING_MARK) {
                return;
            }
            boolean alone = standsAlone(part);
            if (alone) {
                run.endWord();
            }
            for (char unit : Character.toChars(part)) {
                run.append(unit, start, end);
            }
            if (alone) {
                run.endWord();
            }
        });
    }

    private static boolean isSpace(int c) {
        return switch (c) {
            case '\t', '\n', 0x0B, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x1F, ' ', 0x85, 0xA0 -> true;
            case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    private static boolean isInvisible(int c) {
        int type = UCharacter.getType(c);
        return type == UCharacterCategory.CONTROL
                || type == UCharacterCategory.FORMAT
                || type == UCharacterCategory.UNASSIGNED
                || type == UCharacterCategory.PRIVATE_USE;
    }

    private static boolean standsAlone(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (UCharacter.getType(c)) {
            case UCharacterCategory.DASH_PUNCTUATION,
                    UCharacterCategory.START_PUNCTUATION,
                    UCharacterCategory.END_PUNCTUATION,
                    UCharacterCategory.CONNECTOR_PUNCTUATION,
                    UCharacterCategory.OTHER_PUNCTUATION,
                    UCharacterCategory.INITIAL_PUNCTUATION,
                    UCharacterCategory.FINAL_PUNCTUATION -> true;
            default -> isIdeograph(c);
        };
    }

    /** The blocks that BERT's tokenizer takes for Chinese. */
    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }

    /** The tokens found so far and the word that is being read. */
    private final class Run {

        private final Vocabulary vocabulary = vocabulary();
        private long[] ids;
        private int[] starts;
        private int[] ends;
        private int size;

        private final StringBuilder word = new StringBuilder();
        private int[] unitStarts = new int[32];
        private int[] unitEnds = new int[32];

        Run(int textLength) {
            int expected = textLength / 4 + 8;
            ids = new long[expected];
            starts = new int[expected];
            ends = new int[expected];
        }

        void append(char unit, int start, int end) {
            int at = word.length();
            if (at == unitStarts.length) {
                unitStarts = Arrays.copyOf(unitStarts, 2 * at);
                unitEnds = Arrays.copyOf(unitEnds, 2 * at);
            }
            unitStarts[at] = start;
            unitEnds[at] = end;
            word.append(unit);
        }

        /** Cuts the word into pieces, the longest first; one that cannot be covered is a single unknown token. */
        void endWord() {
            int length = word.length();
            if (length == 0) {
                return;
            }
            int before = size;
            boolean covered = word.codePointCount(0, length) <= LONGEST_WORD;
            for (int from = 0; covered && from < length; ) {
                Map<String, Integer> pieces = from == 0 ? vocabulary.beginnings() : vocabulary.continuations();
                int to = Math.min(length, from + vocabulary.longestPiece());
                Integer id = pieces.get(word.substring(from, to));
                while (id == null && to > from + 1) {
                    to--;
                    id = pieces.get(word.substring(from, to));
                }
                if (id == null) {
                    covered = false;
                } else {
                    add(id, unitStarts[from], unitEnds[to - 1]);
                    from = to;
                }
            }
            if (!covered) {
                size = before;
                add(UNKNOWN, unitStarts[0], unitEnds[length - 1]);
            }
            word.setLength(0);
        }

        private void add(long id, int start, int end) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            ids[size] = id;
            starts[size] = start;
            ends[size] = end;
            size++;
        }

        Tokens tokens() {
            return new Tokens(Arrays.copyOf(ids, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
