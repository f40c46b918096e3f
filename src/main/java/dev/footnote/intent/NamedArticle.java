package dev.footnote.intent;

import dev.footnote.article.ArticleSummary;
import dev.footnote.engine.Reply;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that has an article's whole title in quotation marks, as the questions have that are offered where it is
 * not clear which article is meant: it is put to the other strategies as one about that article alone.
 */
public final class NamedArticle implements Strategy {

    private static final Pattern QUOTATION_MARK = Pattern.compile("[\"“„]");

    private static final String STANDS_FOR_TITLE = "this article";

    private final ArticleChoice choice;
    private final List<Strategy> others;
    private final boolean forWriter;

    NamedArticle(ArticleChoice choice, List<Strategy> others, boolean forWriter) {
        this.choice = choice;
        this.others = List.copyOf(others);
        this.forWriter = forWriter;
    }

    @Override
    public boolean isForWriter() {
        return forWriter;
    }

    @Override
    public Optional<Reply> beforeReading(Asked asked) {
        String question = asked.question();
        if (!QUOTATION_MARK.matcher(question).find()) {
            return Optional.empty();
        }
        for (ArticleSummary article : choice.summaries(asked.inquiry())) {
            Matcher named = Pattern.compile(
                            "[\"“„]" + Pattern.quote(article.title()) + "[\"”“]", Pattern.CASE_INSENSITIVE)
                    .matcher(question);
            if (named.find()) {
                Asked alone = asked.about(article.id(), named.replaceFirst(STANDS_FOR_TITLE));
                return others.stream()
                        .flatMap(strategy -> strategy.beforeReading(alone).stream())
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
