@NullMarked
package org.carillon.app.installation;

import org.jspecify.annotations.NullMarked;
