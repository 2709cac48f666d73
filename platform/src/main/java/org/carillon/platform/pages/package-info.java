/** Lists that are read a page at a time. */
@NullMarked
package org.carillon.platform.pages;

import org.jspecify.annotations.NullMarked;
