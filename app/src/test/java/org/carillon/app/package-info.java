@NullMarked
package org.carillon.app;

import org.jspecify.annotations.NullMarked;
