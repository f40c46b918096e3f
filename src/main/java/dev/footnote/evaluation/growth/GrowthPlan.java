package dev.footnote.evaluation.growth;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param folder texts that fill the index
 * @param questions sets of asked questions, whose articles are planted among them
 * @param sizes how many passages there are, one index for each
 * @param embed the most passages of the folder that are embedded
 * @param isQuantised whether the vectors that are compared have a byte a number
 */
public record GrowthPlan(Path folder, Path questions, List<Integer> sizes, int embed, boolean isQuantised) {

    public GrowthPlan {
        sizes = sizes.stream().distinct().sorted().toList();
        if (sizes.isEmpty() || sizes.get(0) < 1 || embed < 1) {
            throw new IllegalArgumentException("Nothing can be measured with " + sizes + " passages, " + embed
                    + " of them embedded." + " Give sizes and a number to embed from 1 up.");
        }
    }
}
