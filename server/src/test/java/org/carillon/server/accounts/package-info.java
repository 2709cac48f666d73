@NullMarked
package org.carillon.server.accounts;

import org.jspecify.annotations.NullMarked;
