package dev.footnote.intent;

import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import dev.footnote.english.Position;
import dev.footnote.english.QuestionWords.QuestionWord;
import dev.footnote.english.Sentence;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** "What does paragraph 12 say?", "the first sentence": the text at a place, word for word. */
@Singleton
public class PlaceHandler implements IntentHandler {

    /** Of a longer place only its beginning is shown, UTF-16 code units; rounded up to a whole sentence. */
    private static final int LONGEST = 4_000;

    private static final String SHORTENED = "Only the beginning is shown; the rest stands in the article.";

    private final ArticleChoice choice;

    PlaceHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        Optional<Position> position = Position.in(question.text());
        if (position.isEmpty() || question.likeness(Intent.PLACE) < Thresholds.PLACE) {
            return Optional.empty();
        }
        Set<String> other = new TreeSet<>(question.ownWords(Intent.PLACE).stream()
                .map(QuestionWord::text)
                .filter(word -> !Position.isPart(word))
                .toList());
        Optional<Article> article = choice.of(question.inquiry());
        article.ifPresent(named -> other.removeAll(ArticleChoice.titleWords(named)));
        if (!other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(article.map(one -> quote(one, position.get()))
                .orElseGet(() -> choice.ask(
                        question.inquiry(),
                        title -> "What does " + position.get().name() + " of " + title + " say?")));
    }

    private static Reply quote(Article article, Position position) {
        List<Sentence> sentences = position.of(Sentences.of(article));
        if (sentences.isEmpty()) {
            int paragraphs = Sentences.of(article).stream()
                    .mapToInt(Sentence::paragraph)
                    .max()
                    .orElse(0);
            return Reply.refusal(
                    Reason.NOT_FOUND,
                    "There is no " + position.name() + ": the article has " + paragraphs
                            + (paragraphs == 1 ? " paragraph and " : " paragraphs and ")
                            + Sentences.of(article).size() + " sentences.",
                    null,
                    0.0,
                    List.of());
        }
        int start = sentences.get(0).span().start();
        int end = start;
        for (Sentence sentence : sentences) {
            if (end - start < LONGEST) {
                end = sentence.span().end();
            }
        }
        Span place = new Span(start, end);
        Sentence whole = new Sentence(place, sentences.get(0).paragraph());
        Reply reply = Reply.exact(List.of(Sentences.quoted(article, whole)));
        boolean shortened = end < sentences.get(sentences.size() - 1).span().end();
        return shortened ? reply.warning(List.of(SHORTENED)) : reply;
    }
}
