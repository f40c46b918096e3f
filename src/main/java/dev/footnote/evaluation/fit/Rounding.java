package dev.footnote.evaluation.fit;

/** Parameters are kept with five significant digits: more say nothing, and files stay readable. */
final class Rounding {

    private static final java.math.MathContext DIGITS = new java.math.MathContext(5);

    private Rounding() {}

    static double of(double value) {
        return new java.math.BigDecimal(value).round(DIGITS).doubleValue();
    }
}
