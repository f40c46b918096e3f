package dev.footnote.application;

import dev.footnote.answer.FoundPassage;
import dev.footnote.article.Article;
import dev.footnote.conversation.KeptCheck;
import dev.footnote.conversation.Share;
import dev.footnote.home.Address;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** Makes links to what the page can show: an article with a place highlighted, a share. */
@Singleton
public class Links {

    private final String base;

    Links(Address address) {
        this.base = address.publicUrl()
                .map(URI::toString)
                .map(url -> url.replaceFirst("(?<!/)/+$", ""))
                .orElse("");
    }

    /** Relative unless a public address is configured. */
    String to(Article article, Span place) {
        return base + "/articles/" + article.id() + "?cite=" + place.start() + "-" + place.end() + "&v="
                + article.revision();
    }

    /** Passages as they are sent. */
    List<FoundPassage> passages(List<RetrievedPassage> found) {
        return found.stream()
                .map(passage -> new FoundPassage(
                        passage.article().id(),
                        passage.article().title(),
                        passage.text(),
                        passage.passage().span().start(),
                        passage.passage().span().end(),
                        passage.passage().paragraph(),
                        Composition.round(passage.score()),
                        to(passage.article(), passage.passage().span())))
                .toList();
    }

    /** Opens a conversation that was shared. */
    String to(Share share) {
        return base + "/shares/" + share.id();
    }

    /** Opens a checked text that was kept. */
    String to(KeptCheck check) {
        return base + "/checks/" + check.id();
    }
}
