/** Hunt groups and auto attendants, what they lead to, and what a call to a number would do. */
@NullMarked
package org.carillon.server.calls.flows;

import org.jspecify.annotations.NullMarked;
