package dev.footnote.home;

import org.jboss.logging.Logger;

/**
 * Records who changed what, in a category of its own, {@code dev.footnote.audit}, which a configuration can send to a file of its
 * own. It has names, ids and addresses, never the text of an article, of a question or of a key.
 */
public final class AuditLog {

    /** Who it is when a file of {@code seeds/} came, changed or went. */
    public static final String SEEDS = "the seeds folder";

    /** Who it is when a file was handed over in Slack. */
    public static final String SLACK = "slack";

    /** Who it is when a command reads a file for its own question. */
    public static final String COMMAND_LINE = "the command line";

    private static final Logger LOG = Logger.getLogger("dev.footnote.audit");

    private AuditLog() {}

    /**
     * An article was added.
     *
     * @param by who did it
     * @param revision of its text
     */
    public static void added(String by, String articleId, String revision) {
        LOG.infof("article added: %s, revision %s, by %s", articleId, revision, by);
    }

    /** Another text was put in an article's place. */
    public static void replaced(String by, String articleId, String revision) {
        LOG.infof("article replaced: %s, revision %s, by %s", articleId, revision, by);
    }

    /** An article was deleted. */
    public static void deleted(String by, String articleId) {
        LOG.infof("article deleted: %s, by %s", articleId, by);
    }

    /** A key was made by the command, and this server has noticed. */
    public static void keyMade(String id, String name, String scope) {
        LOG.infof("key made: %s, for %s, scope %s, by the command keys", id, name, scope);
    }

    /** A key was withdrawn by the command, and this server has noticed. */
    public static void keyWithdrawn(String id, String name) {
        LOG.infof("key withdrawn: %s, for %s, by the command keys", id, name);
    }
}
