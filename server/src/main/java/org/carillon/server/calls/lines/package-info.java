/** Lines: numbers that several users share, who has which place in them, and what they do. */
@NullMarked
package org.carillon.server.calls.lines;

import org.jspecify.annotations.NullMarked;
