package dev.footnote.retrieval;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswScalarQuantizedVectorsFormat;

/** How Lucene keeps the vectors that a search compares. */
public enum VectorStorage {
    /** Four bytes a number: what Footnote uses. */
    FULL {
        @Override
        Codec codec() {
            return Codec.getDefault();
        }
    },

    /** A byte a number beside the four, which are kept on disk; a search compares the bytes alone. */
    QUANTISED {
        @Override
        Codec codec() {
            return new Lucene912Codec() {
                @Override
                public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                    return new Lucene99HnswScalarQuantizedVectorsFormat();
                }
            };
        }
    };

    abstract Codec codec();
}
