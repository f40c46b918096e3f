package dev.footnote.evaluation.growth;

import dev.footnote.evaluation.Times;

/**
 * What one size of the index gave.
 *
 * @param passages how many there are
 * @param mixed how many of them are mixed, not real
 * @param bytes the index on disk
 * @param heap all that is in use after a collection with the index open, in bytes
 * @param perSecond passages that were indexed a second, vectors given, until all is merged and on disk
 * @param search of words and vectors with the fusion of both lists
 * @param processor the same, of the processor alone, which other programs disturb less
 * @param encoding of a question
 * @param foundInAll for how many questions a sentence that answers was retrieved, asked of all articles
 * @param foundInOwn the same, asked of its own article only
 */
record GrowthRow(
        int passages,
        int mixed,
        long bytes,
        long heap,
        double perSecond,
        Times search,
        Times processor,
        Times encoding,
        int foundInAll,
        int foundInOwn) {}
