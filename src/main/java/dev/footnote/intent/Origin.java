package dev.footnote.intent;

import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.article.Metadata;
import dev.footnote.engine.Reply;
import dev.footnote.english.QuestionWords.Word;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** "Who wrote this?", "when was it published?": what the file says of itself, and nothing else. */
@Singleton
public class Origin implements Strategy {

    private static final String FROM_FILE = "This is from the file's own details, not from its text.";

    private final ArticleChoice choice;

    Origin(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> beforeReading(Asked asked) {
        return asked.mayPointBack() ? Optional.empty() : reply(asked);
    }

    /** "Who wrote it?" may mean what was said before; where nothing says, it means the article. */
    @Override
    public Optional<Reply> whenNothingFound(Asked asked) {
        return asked.mayPointBack() ? reply(asked) : Optional.empty();
    }

    private Optional<Reply> reply(Asked asked) {
        for (Wish wish : new Wish[] {Wish.AUTHOR, Wish.DATE, Wish.SOURCE}) {
            if (asked.wants(wish, Asked.SURE) && asked.tells(wish)) {
                return tell(asked, wish);
            }
        }
        return Optional.empty();
    }

    private Optional<Reply> tell(Asked asked, Wish wish) {
        Optional<Article> article = choice.of(asked.inquiry());
        Set<String> other =
                new TreeSet<>(asked.ownWords(wish).stream().map(Word::text).toList());
        article.ifPresent(named -> other.removeAll(ArticleChoice.titleWords(named)));
        if (!other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(article.map(one -> of(one.metadata(), wish))
                .orElseGet(() -> choice.ask(asked.inquiry(), title -> again(title, wish))));
    }

    private static Reply of(Metadata metadata, Wish wish) {
        @Nullable
        String said =
                switch (wish) {
                    case AUTHOR -> metadata.author();
                    case DATE -> metadata.date();
                    default -> metadata.source();
                };
        if (said == null || said.isBlank()) {
            String what =
                    switch (wish) {
                        case AUTHOR -> "who wrote it";
                        case DATE -> "when it was written";
                        default -> "where it comes from";
                    };
            return Reply.refusal(Reason.NOT_FOUND, "The file does not say " + what + ".", null, 0.0, List.of());
        }
        return Reply.exact(List.of(new Reply.Piece(said.strip(), List.of()))).warning(List.of(FROM_FILE));
    }

    private static String again(String title, Wish wish) {
        return switch (wish) {
            case AUTHOR -> "Who wrote " + title + "?";
            case DATE -> "When was " + title + " published?";
            default -> "What is the source of " + title + "?";
        };
    }
}
