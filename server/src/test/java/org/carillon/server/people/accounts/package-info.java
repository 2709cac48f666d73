@NullMarked
package org.carillon.server.people.accounts;

import org.jspecify.annotations.NullMarked;
