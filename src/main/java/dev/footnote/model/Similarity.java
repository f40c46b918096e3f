package dev.footnote.model;

/** Similarity of length 1, as the encoder makes them. */
public final class Similarity {

    private Similarity() {}

    public static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
