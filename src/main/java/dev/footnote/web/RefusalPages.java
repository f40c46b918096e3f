package dev.footnote.web;

import dev.footnote.application.Articles;
import dev.footnote.article.ArticleSummary;
import dev.footnote.http.Problem;
import dev.footnote.http.ProblemPages;
import jakarta.inject.Singleton;
import java.util.List;

/** What a person sees at an address that leads nowhere, or where a request is refused. */
@Singleton
class RefusalPages implements ProblemPages {

    private static final int MOST_OTHERS = 8;

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Articles articles;

    RefusalPages(Articles articles) {
        this.articles = articles;
    }

    @Override
    public String show(Problem problem, String path) {
        if (problem.status() == UNAUTHORIZED) {
            return PageResource.Templates.signin(problem.detail(), path).render();
        }
        // The articles are listed only where nothing is there: a refusal may be meant for someone who may not know
        // them.
        return problem.status() == NOT_FOUND
                ? missing("There is no such page.", path, "The address may have lost a part on its way.")
                : PageResource.Templates.refused(problem.status(), problem.title() + ".", problem.detail())
                        .render();
    }

    /** What is said where nothing is kept, with articles that can be read instead. */
    String missing(String title, String id, String why) {
        List<ArticleSummary> others = articles.all().stream().limit(MOST_OTHERS).toList();
        return PageResource.Templates.missing(title, id, why, others).render();
    }
}
