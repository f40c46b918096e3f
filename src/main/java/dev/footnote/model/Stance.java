package dev.footnote.model;

/**
 * What a passage says to a claim or to a yes/no question, as three probabilities that add up to 1.
 *
 * @param yes that it says so
 * @param no that it says the opposite
 * @param open that it leaves it open, or says nothing of it
 */
public record Stance(double yes, double no, double open) {

    public Stance {
        if (!(yes >= 0 && no >= 0 && open >= 0) || Math.abs(yes + no + open - 1) > 1e-3) {
            throw new IllegalArgumentException(
                    "The probabilities of a stance add up to 1, unlike " + yes + ", " + no + " and " + open);
        }
    }

    /** The stance that three logits stand for. */
    static Stance of(float yes, float no, float open) {
        double most = Math.max(yes, Math.max(no, open));
        double expYes = Math.exp(yes - most);
        double expNo = Math.exp(no - most);
        double expOpen = Math.exp(open - most);
        double sum = expYes + expNo + expOpen;
        return new Stance(expYes / sum, expNo / sum, expOpen / sum);
    }
}
