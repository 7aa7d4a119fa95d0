// A wall clock that somebody turns back and forth: preloaded into the program under test, it stands between it and the C library. The
// monotonic clock is left alone.
//   CLOCK_EVERY_MS  how often it is turned    CLOCK_AHEAD  1: ever forward, an hour each time; else back and forth
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

#define REAL(name) static __typeof__(&name) real; if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/** In seconds from the truth: an hour forward, back to the day before, a little, a year. */
static const long apart[] = { 0, 3600, -86400, 20, -7, 31536000, -31536000, 2, -3600 };

static int real_clock(clockid_t clock, struct timespec *time) {
  REAL(clock_gettime);
  return real(clock, time);
}

static long turned(void) {
  struct timespec time;
  const char *every = getenv("CLOCK_EVERY_MS");
  long each = every == NULL ? 0 : atol(every);
  if (each <= 0 || real_clock(CLOCK_MONOTONIC, &time) != 0) return 0;
  static long start;
  long now = time.tv_sec * 1000 + time.tv_nsec / 1000000;
  if (start == 0) start = now;
  long turns = (now - start) / each;
  if (getenv("CLOCK_AHEAD") != NULL) return turns * 3600;
  return apart[turns % (long)(sizeof apart / sizeof *apart)];
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = real_clock(clock, time);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += turned();
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  REAL(gettimeofday);
  int result = real(time, zone);
  if (result == 0) time->tv_sec += turned();
  return result;
}

time_t time(time_t *into) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  if (into != NULL) *into = now.tv_sec;
  return now.tv_sec;
}
