package dev.footnote.http;

/** Shows problems to people: what a browser gets in place of JSON, where it asked for a page. */
public interface ProblemPages {

    /** The media type of what is shown. */
    String MEDIA_TYPE = "text/html;charset=UTF-8";

    /**
     * The page of a problem, in HTML. Called on whatever thread answers the request, so that it must not wait for anything.
     *
     * @param path what was asked for
     */
    String show(Problem problem, String path);
}
