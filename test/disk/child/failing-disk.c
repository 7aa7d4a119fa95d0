// A disk that fails: preloaded into the program under test, it stands between it and the C library. Calls that concern the journal are
// counted, and the one that is told fails, once or with all that follow. Told and telling by the environment, which the program itself
// changes from case to case, so that one process plays many:
//   DISK_FOLDER  the journal's folder, as an absolute path    DISK_NTH    which call fails, from 1; 0: none
//   DISK_ERROR   the number of its error                      DISK_EVER   1: so do all after it
//   DISK_FELT    set here: the call that failed first         DISK_COUNT  set here: calls so far; set empty to begin anew
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long number(const char *name) {
  const char *text = getenv(name);
  return text == NULL ? 0 : atol(text);
}

/** The folder itself (its sync makes a new file's name last), the database with its log and shared memory, its generation mark, the locks. */
static int is_ours(const char *path) {
  const char *folder = getenv("DISK_FOLDER");
  if (folder == NULL || *folder == 0) return 0;
  size_t length = strlen(folder);
  if (strncmp(path, folder, length) != 0) return 0;
  const char *name = path + length;
  return *name == 0 || strncmp(name, "/journal.", 9) == 0 || strncmp(name, "/locks", 6) == 0;
}

static int fails_at(const char *call, const char *path) {
  if (!is_ours(path)) return 0;
  long count = number("DISK_COUNT") + 1, nth = number("DISK_NTH");
  char text[24];
  snprintf(text, sizeof text, "%ld", count);
  setenv("DISK_COUNT", text, 1);
  if (nth == 0 || count < nth || (count > nth && number("DISK_EVER") == 0)) return 0;
  if (count == nth) setenv("DISK_FELT", call, 1);
  errno = (int)number("DISK_ERROR");
  return 1;
}

static int fails_on(const char *call, int file) {
  char link[40], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails_at(call, path);
}

#define REAL(name) static __typeof__(&name) real; if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
    return fails_at("open", path) ? -1 : real(path, flags, mode); \
  }
OPEN(open) OPEN(open64)

#define WRITE(name, offset) \
  ssize_t name(int file, const void *bytes, size_t length, offset at) { \
    REAL(name); \
    return fails_on("write", file) ? -1 : real(file, bytes, length, at); \
  }
WRITE(pwrite, off_t) WRITE(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t length) {
  REAL(write);
  return fails_on("write", file) ? -1 : real(file, bytes, length);
}

#define SYNC(name) \
  int name(int file) { \
    REAL(name); \
    return fails_on("sync", file) ? -1 : real(file); \
  }
SYNC(fsync) SYNC(fdatasync)

#define TRUNCATE(name, offset) \
  int name(int file, offset length) { \
    REAL(name); \
    return fails_on("truncate", file) ? -1 : real(file, length); \
  }
TRUNCATE(ftruncate, off_t) TRUNCATE(ftruncate64, off64_t)

int unlink(const char *path) {
  REAL(unlink);
  return fails_at("unlink", path) ? -1 : real(path);
}
