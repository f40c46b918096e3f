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
public class Opinion implements Strategy {

    private static final int MOST_SIDES = 4;

    private static final String NO_JUDGEMENT = "I don't judge; I only tell what the article says.";
    private static final String SIDES = "I don't judge. What the article attributes to each side:";

    private final ArticleChoice choice;

    Opinion(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> beforeReading(Asked asked) {
        boolean ofTheWhole = asked.wants(Wish.OPINION, Asked.SURE) && asked.saysOnly(Wish.OPINION);
        return ofTheWhole
                ? Optional.of(choice.of(asked.inquiry()).map(Opinion::sides).orElseGet(Opinion::refuse))
                : Optional.empty();
    }

    @Override
    public Optional<Reply> whenNothingFound(Asked asked) {
        return asked.wants(Wish.OPINION, Asked.SURE) ? Optional.of(refuse()) : Optional.empty();
    }

    private static Reply sides(Article article) {
        List<Speakers.Speaker> speakers = Speakers.of(article, MOST_SIDES);
        if (speakers.size() < 2) {
            return refuse();
        }
        List<Reply.Piece> pieces = new ArrayList<>();
        pieces.add(new Reply.Piece(SIDES, List.of()));
        speakers.forEach(speaker -> pieces.add(Sentences.quoted(article, speaker.sentence())));
        return Reply.summary(pieces);
    }

    private static Reply refuse() {
        return Reply.refusal(Reason.UNSUPPORTED, NO_JUDGEMENT, null, 0.0, List.of());
    }
}
