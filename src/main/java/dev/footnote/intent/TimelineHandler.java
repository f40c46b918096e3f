package dev.footnote.intent;

import dev.footnote.answer.Form;
import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import dev.footnote.english.Sentence;
import dev.footnote.english.TimeMentions;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** "Timeline", "what happened when": the sentences that say when something was, in the article's order. */
@Singleton
public class TimelineHandler implements IntentHandler {

    private static final int MOST_SENTENCES = 20;

    private static final String NO_DATES = "The article names no dates.";

    private final ArticleChoice choice;

    TimelineHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        return question.wants(Intent.TIMELINE, Thresholds.SURE)
                        && question.saysOnly(Intent.TIMELINE)
                        && !question.mayPointBack()
                ? Optional.of(reply(question))
                : Optional.empty();
    }

    private Reply reply(EncodedQuestion question) {
        return choice.of(question.inquiry())
                .map(TimelineHandler::of)
                .orElseGet(() -> choice.ask(question.inquiry(), title -> "Timeline of " + title));
    }

    private static Reply of(Article article) {
        List<Sentence> dated = Sentences.of(article).stream()
                .filter(sentence -> saysWhen(sentence.span().of(article.text()).replace('\n', ' ')))
                .toList();
        if (dated.isEmpty()) {
            return Reply.refusal(Reason.NOT_FOUND, NO_DATES, null, 0.0, List.of());
        }
        Reply reply = Reply.summary(dated.stream()
                        .limit(MOST_SENTENCES)
                        .map(sentence -> event(article, sentence))
                        .toList())
                .in(Form.TIMELINE);
        return dated.size() <= MOST_SENTENCES
                ? reply
                : reply.warning(List.of(
                        "The first " + MOST_SENTENCES + " of " + dated.size() + " sentences with dates are shown."));
    }

    /** A sentence, with the words in it that say when. */
    private static Reply.Piece event(Article article, Sentence sentence) {
        String text = sentence.span().of(article.text());
        Span when = TimeMentions.first(text.replace('\n', ' '))
                .orElseThrow(() -> new IllegalArgumentException("It does not say when"))
                .shifted(sentence.span().start());
        return new Reply.Piece(text, List.of(Sentences.evidence(article, sentence, when)));
    }

    /** Whether a sentence says when something was. */
    static boolean saysWhen(String sentence) {
        return TimeMentions.isIn(sentence);
    }
}
