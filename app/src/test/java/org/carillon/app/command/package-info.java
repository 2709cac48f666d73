@NullMarked
package org.carillon.app.command;

import org.jspecify.annotations.NullMarked;
