package dev.footnote.passage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.article.Article;
import dev.footnote.article.Manuscript;
import dev.footnote.article.Metadata;
import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceSplitter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleSentencesTest {

    @Test
    void sentencesOfAnArticleAreCutOnce() {
        Article article = article("ferry", "The ferry left. It came back at noon.");

        List<Sentence> sentences = ArticleSentences.of(article);

        assertThat(sentences).isEqualTo(new SentenceSplitter().split(article.text()));
        assertThat(ArticleSentences.of(article("ferry", article.text()))).isSameAs(sentences);
    }

    @Test
    void anotherRevisionIsCutAnew() {
        ArticleSentences.of(article("tram", "The tram left. It came back."));
        assertThat(ArticleSentences.of(article("tram", "The tram left."))).hasSize(1);
    }

    @Test
    void whatIsKeptIsBounded() {
        ArticleSentences kept = new ArticleSentences(200);
        Article first = article("first", "One. ".repeat(150));
        List<Sentence> sentences = kept.in(first);
        for (int i = 0; i < 3; i++) {
            Article other = article("other-" + i, "Two. ".repeat(150));
            for (int times = 0; times < 3; times++) {
                kept.in(other);
            }
        }
        assertThat(kept.in(first)).isEqualTo(sentences).isNotSameAs(sentences);
    }

    private static Article article(String id, String text) {
        Manuscript manuscript = new Manuscript("Title", text, "text/plain", Metadata.NONE, List.of(), List.of());
        return Article.of(id, manuscript, null, Instant.EPOCH, id + ".txt", false);
    }
}
