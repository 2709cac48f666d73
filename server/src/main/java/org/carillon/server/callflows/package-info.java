/** Hunt groups and auto attendants, what they lead to, and what a call to a number would do. */
@NullMarked
package org.carillon.server.callflows;

import org.jspecify.annotations.NullMarked;
