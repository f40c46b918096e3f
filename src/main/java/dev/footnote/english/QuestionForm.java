package dev.footnote.english;

/** How a question begins that a sentence can be turned into; those that people ask rather than have offered come first. */
public enum QuestionForm {
    /** One that the article asks itself, "How can I pay?" above its answer. */
    OWN,
    /** "Why was the pier closed?" */
    WHY,
    /** "How many patients were in the clinic?" */
    HOW_MANY,
    /** "Who founded the bank?" */
    WHO,
    /** "When did the ferry sink?" */
    WHEN,
    /** "How much did the bridge cost?" */
    HOW_MUCH,
    /** "How long did the strike last?" */
    HOW_LONG,
    /** "Where was the treaty signed?" */
    WHERE,
    /** "What is sourdough?" */
    WHAT,
    /** "Who is Ann Lee?" */
    WHO_IS,
    /** "What did Ann Lee say about the clinic?" */
    SAY,
    /** "What does it say about working abroad?" of what stands below a heading. */
    SECTION
}
