package dev.footnote.intent;

import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "Is it biased?", "what do you think?": no judgement, but what the article attributes to whom. */
@Singleton
public class OpinionHandler implements IntentHandler {

    private static final int MOST_SIDES = 4;

    private static final String NO_JUDGEMENT = "I don't judge; I only tell what the article says.";
    private static final String SIDES = "I don't judge. What the article attributes to each side:";

    private final ArticleChoice choice;

    OpinionHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        boolean ofTheWhole = question.wants(Intent.OPINION, Thresholds.SURE) && question.saysOnly(Intent.OPINION);
        return ofTheWhole
                ? Optional.of(
                        choice.of(question.inquiry()).map(OpinionHandler::sides).orElseGet(OpinionHandler::refuse))
                : Optional.empty();
    }

    @Override
    public Optional<Reply> whenNotFound(EncodedQuestion question) {
        return question.wants(Intent.OPINION, Thresholds.SURE) ? Optional.of(refuse()) : Optional.empty();
    }

    private static Reply sides(Article article) {
        List<QuotedSpeaker> speakers =
                QuotedSpeaker.in(article).stream().limit(MOST_SIDES).toList();
        if (speakers.size() < 2) {
            return refuse();
        }
        List<Reply.Piece> pieces = new ArrayList<>();
        pieces.add(new Reply.Piece(SIDES, List.of()));
        speakers.forEach(speaker ->
                pieces.add(Sentences.quoted(article, speaker.sentences().get(0))));
        return Reply.summary(pieces);
    }

    private static Reply refuse() {
        return Reply.refusal(Reason.UNSUPPORTED, NO_JUDGEMENT, null, 0.0, List.of());
    }
}
