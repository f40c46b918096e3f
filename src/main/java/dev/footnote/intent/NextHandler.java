package dev.footnote.intent;

import dev.footnote.answer.Citation;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Turn;
import dev.footnote.article.Article;
import dev.footnote.article.Outline.Entry;
import dev.footnote.engine.Reply;
import dev.footnote.english.NextQuestion;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * "What next?", "And then?" after an answer: the sentence, or the entry of a list, that follows the last one that was cited.
 * Whoever asks for the steps of a recipe or for what happened asks so.
 */
@Singleton
public class NextHandler implements IntentHandler {

    private static final String AT_THE_END = "Nothing follows: that was the last sentence of the article.";

    private final ArticleChoice choice;

    NextHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        List<Turn> turns = question.inquiry().turns();
        if (turns.isEmpty() || !NextQuestion.asks(question.text())) {
            return Optional.empty();
        }
        return turns.get(turns.size() - 1).citations().stream()
                .max(Comparator.comparingInt(Citation::endCharIndex))
                .flatMap(last -> choice.find(question.inquiry(), last.documentId())
                        .map(article -> following(article, last.endCharIndex())));
    }

    /** What follows a place; headings only say what stands below them. */
    private static Reply following(Article article, int place) {
        return Sentences.of(article).stream()
                .filter(sentence -> sentence.span().start() >= place)
                .filter(sentence -> article.outline()
                        .at(sentence.span().start())
                        .filter(Entry::isName)
                        .isEmpty())
                .findFirst()
                .map(sentence -> Reply.exact(List.of(Sentences.entry(article, sentence))))
                .orElseGet(() -> Reply.refusal(Reason.NOT_FOUND, AT_THE_END, null, 0.0, List.of()));
    }
}
