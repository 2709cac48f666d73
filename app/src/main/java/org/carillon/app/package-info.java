/** The program: reads its configuration, puts the parts together and runs them. */
@NullMarked
package org.carillon.app;

import org.jspecify.annotations.NullMarked;
