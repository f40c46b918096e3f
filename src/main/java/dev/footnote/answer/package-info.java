/** What is asked and what is said. Values only; their JSON form is the contract, for every door. */
@NullMarked
package dev.footnote.answer;

import org.jspecify.annotations.NullMarked;
