/** Lines: numbers that several users share, their members, and what happens to their calls. */
@NullMarked
package org.carillon.server.calls.lines;

import org.jspecify.annotations.NullMarked;
