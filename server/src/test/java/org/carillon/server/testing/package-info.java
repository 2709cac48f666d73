/** What tests of features run their operations on. */
@NullMarked
package org.carillon.server.testing;

import org.jspecify.annotations.NullMarked;
