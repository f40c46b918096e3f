package dev.footnote.article;

/** Reads one format. Implementations are stateless and safe for use by several threads. */
interface ArticleReader {

    /**
     * Takes the text out of a file of its format. What the libraries below throw unchecked may pass: the caller takes it
     * for a damaged file.
     */
    Draft read(SourceFile file) throws UnreadableArticleException;
}
