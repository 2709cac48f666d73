@NullMarked
package org.carillon.server.siptrunking;

import org.jspecify.annotations.NullMarked;
