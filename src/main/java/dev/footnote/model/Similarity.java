package dev.footnote.model;

/** How alike two texts are, from the vectors of length 1 that the encoder makes of them. */
public final class Similarity {

    private Similarity() {}

    /** The cosine of two vectors of length 1, from -1 to 1. */
    public static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
