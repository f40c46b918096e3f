package dev.footnote.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.footnote.TownClock;
import dev.footnote.article.Article;
import dev.footnote.article.Library;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageResourceTest {

    private static final String MARKED_UP = TownClock.QUESTION.replace("clock", "<b>clock</b>");

    @Inject
    Library library;

    @Test
    void theFirstPageShowsAnArticleAndItsQuestions() {
        String page = html("/", 200);

        assertThat(page)
                .contains("data-revision=\"" + article().revision() + "\"")
                .contains(TownClock.PARAGRAPHS + " paragraphs, " + TownClock.WORDS + " words")
                .contains("data-ask>")
                .doesNotContain("<mark")
                .doesNotContain("style=\"")
                .doesNotContain("<script>");
    }

    @Test
    void aLinkLightsItsSentenceUp() {
        Article article = article();
        int start = article.text().indexOf(TownClock.INTERVIEW);
        int end = start + TownClock.INTERVIEW.length();

        String page =
                html("/articles/" + article.id() + "?cite=" + start + "-" + end + "&v=" + article.revision(), 200);

        assertThat(page).contains("autofocus>" + TownClock.INTERVIEW + "</mark>");
        assertThat(page).contains("property=\"og:description\" content=\"" + TownClock.INTERVIEW);
    }

    @Test
    void aLinkToAnEarlierRevisionMarksNothingAndSaysSo() {
        String page = html("/articles/" + article().id() + "?cite=0-20&v=00000000", 200);

        assertThat(page).contains("has changed since the link was made").doesNotContain("<mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "5-", "-1-4", "20-10", "0-999999", "99999999999-99999999999", "<script>-1", "%00"})
    void aBrokenPlaceShowsTheArticleWithANotice(String cite) {
        String page = html("/articles/" + article().id() + "?cite=" + cite, 200);

        assertThat(page)
                .contains("so nothing is marked")
                .contains(TownClock.CLAIM)
                .doesNotContain("<mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing-here", "<b>x", "a%20b", "..%2Fetc"})
    void anUnknownArticleGetsAPageThatSaysSo(String id) {
        String page = html("/articles/" + id, 404);

        assertThat(page)
                .contains("There is no such article.")
                .contains("/articles/" + article().id())
                .doesNotContain("<b>x");
    }

    @Test
    void theFirstPageSaysWhatTheArticleIsAbout() {
        String page = html("/", 200);
        List<String> sentences = Pattern.compile(
                        "<span class=\"claim\" data-paragraph=\"\\d+\">([^<]+)</span><a class=\"cite\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(sentences).hasSize(2);
        given().get("/api/v1/articles/" + article().id())
                .then()
                .body("summary", equalTo(unescaped(String.join(" ", sentences))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing-here", "<b>x", "a%20b", "..%2Fetc"})
    void anUnknownOrWithdrawnShareGetsAPageThatSaysSo(String id) {
        String page = html("/shares/" + id, 404);

        assertThat(page).contains("Nothing is shared here.").doesNotContain("<b>x");
    }

    @Test
    void aShareIsThereWithoutAScriptAndNotToBeIndexed() {
        String conversation = "share-" + System.nanoTime();
        for (String question : List.of(MARKED_UP, TownClock.QUESTION)) {
            given().contentType("application/json")
                    .body(Map.of("question", question, "conversation_id", conversation))
                    .post("/api/v1/ask");
        }
        String share =
                given().post("/api/v1/conversations/" + conversation + "/share").path("url");

        String page = html(share, 200);

        assertThat(page)
                .contains(MARKED_UP.replace("<", "&lt;").replace(">", "&gt;"))
                .containsPattern(TownClock.ANSWER + "[^<]* \\[1\\]")
                .contains("name=\"robots\" content=\"noindex\"")
                .contains("data-revision=\"" + article().revision() + "\"")
                .doesNotContain("<b>clock");
        given().delete("/api/v1" + share).then().statusCode(204);
        html(share, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing-here", "<b>x", "a%20b"})
    void anUnknownConversationGetsThePageThatSaysSo(String id) {
        String page = html("/conversations/" + id, 200);

        assertThat(page)
                .contains("This conversation has expired or was deleted.")
                .contains("name=\"robots\" content=\"noindex\"")
                .doesNotContain("<b>x");
    }

    @Test
    void theCookieRemembersTheArticleThatWasReadLast() {
        String page = given().cookie("article", "no-longer-there")
                .get("/")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page).contains("data-article=\"");
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    private Article article() {
        return library.find(TownClock.ID).orElseThrow();
    }

    private static String html(String path, int status) {
        return given().urlEncodingEnabled(false)
                .get(path.replace("<", "%3C").replace(">", "%3E"))
                .then()
                .statusCode(status)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
    }
}
