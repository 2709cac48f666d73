/** The command line: a class per command. */
@NullMarked
package org.carillon.app.command;

import org.jspecify.annotations.NullMarked;
