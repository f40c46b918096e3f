package dev.footnote.verification;

import dev.footnote.english.Term;
import dev.footnote.english.Word;
import java.util.List;

/**
 * How much of a claim a text says.
 *
 * @param plain words of the claim that carry meaning and belong to no name, number or date
 * @param lacking those of them that the text does not have
 * @param covered words of the claim that carry meaning, names, numbers and dates too, and that the text has
 */
record Coverage(int plain, int lacking, int covered) {

    static Coverage of(List<Word> claim, List<Term> terms, Alignment alignment) {
        int plain = 0;
        int lacking = 0;
        int covered = 0;
        for (int i = 0; i < claim.size(); i++) {
            Word word = claim.get(i);
            if (word.isLight()) {
                continue;
            }
            boolean isPlain = terms.stream().noneMatch(term -> term.words().contains(word));
            plain += isPlain ? 1 : 0;
            lacking += isPlain && !alignment.has(i) ? 1 : 0;
            covered += alignment.has(i) ? 1 : 0;
        }
        return new Coverage(plain, lacking, covered);
    }
}
