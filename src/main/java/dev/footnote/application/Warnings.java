package dev.footnote.application;

import dev.footnote.article.IndexingProgress;
import dev.footnote.article.Library;
import dev.footnote.engine.Reply;
import dev.footnote.ingestion.Ingestion;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Says what a reader should know beside an answer. Safe for use by several threads. */
@Singleton
class Warnings {

    private final Library library;
    private final Ingestion ingestion;

    Warnings(Library library, Ingestion ingestion) {
        this.library = library;
        this.ingestion = ingestion;
    }

    /**
     * The engine's own warnings first, then what was read in another spelling, what is not indexed yet, and what is known
     * to be wrong with the cited articles.
     *
     * @param respelt words of the question with what they were read as
     * @param asked the ids of the articles that were asked
     */
    List<String> of(Reply reply, List<String> respelt, List<String> asked) {
        List<String> warnings = new ArrayList<>(reply.warnings());
        if (!respelt.isEmpty()) {
            warnings.add("Read as " + String.join(", ", respelt) + ".");
        }
        asked.stream()
                .filter(id -> ingestion.progress(id).state() == IndexingProgress.State.INDEXING)
                .flatMap(id -> library.summary(id).stream())
                .forEach(article -> warnings.add(
                        "\"" + article.title() + "\" is still being read, so what it says may be missing."));
        reply.pieces().stream()
                .flatMap(piece -> piece.evidence().stream())
                .flatMap(evidence -> evidence.article().warnings().stream())
                .distinct()
                .forEach(warnings::add);
        return warnings;
    }
}
