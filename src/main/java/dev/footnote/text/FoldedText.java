package dev.footnote.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * A text as it is compared: without differences of case, of ligatures, of composed and decomposed letters, and without
 * soft hyphens and other invisible characters (Unicode's NFKC_Casefold). Typographic apostrophes become straight ones.
 * What is raised, circled or a fraction stays as it is: "2019" with a raised 3 behind it is not 20193, and a half behind
 * a 5 does not make 51/2. Each place in it is mapped back to the original.
 */
public final class FoldedText {

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 KEEPING_CASE = Normalizer2.getNFKCInstance();

    /** Letters are composed first, for folding takes an iota below a letter for a letter of its own. */
    private static final Normalizer2 COMPOSING = Normalizer2.getNFCInstance();

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private FoldedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** A text folded, its case too. */
    public static FoldedText of(String original) {
        return of(original, FOLDING);
    }

    /** A text folded, its case kept. */
    public static FoldedText keepingCase(String original) {
        return of(original, KEEPING_CASE);
    }

    private static FoldedText of(String original, Normalizer2 folding) {
        StringBuilder folded = new StringBuilder(original.length());
        int[] starts = new int[original.length() + 1];
        int[] ends = new int[original.length() + 1];
        int at = 0;
        while (at < original.length()) {
            // What normalisation may join is folded at once: a letter with its accents, a syllable of Hangul.
            int end = at + Character.charCount(original.codePointAt(at));
            while (end < original.length() && !beginsAnew(original.codePointAt(end), folding)) {
                end += Character.charCount(original.codePointAt(end));
            }
            int from = folded.length();
            if (end - at == 1 && original.charAt(at) < 0x80) {
                char only = original.charAt(at);
                folded.append(folding == FOLDING && only >= 'A' && only <= 'Z' ? (char) (only + 32) : only);
            } else if (isSetApart(original.codePointAt(at))
                    && end - at == Character.charCount(original.codePointAt(at))) {
                int kept = original.codePointAt(at);
                folded.appendCodePoint(folding == FOLDING ? UCharacter.foldCase(kept, true) : kept);
            } else {
                folded.append(visible(folding.normalize(COMPOSING.normalize(original.substring(at, end)))));
            }
            if (folded.length() > starts.length) {
                starts = Arrays.copyOf(starts, folded.length() * 2);
                ends = Arrays.copyOf(ends, folded.length() * 2);
            }
            Arrays.fill(starts, from, folded.length(), at);
            Arrays.fill(ends, from, folded.length(), end);
            at = end;
        }
        int length = folded.length();
        return new FoldedText(folded.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }

    private static boolean beginsAnew(int codePoint, Normalizer2 folding) {
        return folding.hasBoundaryBefore(codePoint) && COMPOSING.hasBoundaryBefore(codePoint);
    }

    private static boolean isSetApart(int codePoint) {
        return switch (UCharacter.getIntPropertyValue(codePoint, UProperty.DECOMPOSITION_TYPE)) {
            case UCharacter.DecompositionType.SUPER,
                    UCharacter.DecompositionType.FRACTION,
                    UCharacter.DecompositionType.CIRCLE -> true;
            default -> false;
        };
    }

    /**
     * Whether a character is another form of plain letters, digits or marks, which a reader takes for these: a ligature, a
     * letter of full width or of a mathematical font.
     */
    public static boolean isForm(int codePoint) {
        return switch (UCharacter.getIntPropertyValue(codePoint, UProperty.DECOMPOSITION_TYPE)) {
            case UCharacter.DecompositionType.WIDE,
                    UCharacter.DecompositionType.NARROW,
                    UCharacter.DecompositionType.FONT -> true;
            case UCharacter.DecompositionType.COMPAT -> Character.isLetter(codePoint);
            default -> false;
        };
    }

    /**
     * A text with its letters composed and in their plain forms ({@link #isForm}), and without invisible characters; case,
     * spaces and marks stay as they are.
     */
    public static String withPlainLetters(String original) {
        StringBuilder plain = new StringBuilder(original.length());
        original.codePoints().forEach(c -> {
            if (isForm(c)) {
                plain.append(KEEPING_CASE.normalize(Character.toString(c)));
            } else if (!UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
                plain.appendCodePoint(c);
            }
        });
        return COMPOSING.normalize(plain);
    }

    /** The folded text. */
    public String text() {
        return text;
    }

    /**
     * The place in the original that a place in the folded text came from. A ligature or a letter with its accents is
     * taken whole. Of an empty place, the empty place where the original goes on.
     */
    public Span original(Span folded) {
        if (folded.end() > text.length()) {
            throw new IndexOutOfBoundsException(
                    "The folded text has " + text.length() + " characters, not " + folded.end());
        }
        if (folded.length() == 0) {
            int at = folded.start() < text.length()
                    ? starts[folded.start()]
                    : text.isEmpty() ? 0 : ends[text.length() - 1];
            return new Span(at, at);
        }
        return new Span(starts[folded.start()], ends[folded.end() - 1]);
    }

    /** Whether two texts are the same when folded. */
    public static boolean areSame(String some, String other) {
        return of(some).text.equals(of(other).text);
    }

    /** Without what a reader does not see, and with straight apostrophes. */
    private static String visible(String normalised) {
        StringBuilder visible = new StringBuilder(normalised.length());
        normalised.codePoints().forEach(c -> {
            if (c == '\u2019' || c == '\u2018') {
                visible.append('\'');
            } else if (!UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }
}
