import { describe, expect, it, vi } from "vitest";
import { JobNews } from "./job-news.ts";

describe("whoever follows a job", () => {
  it("is woken by what happens to it, and by nothing else", async () => {
    const news = new JobNews();
    using following = news.follow("mine");
    const waited = vi.fn();
    const waiting = following.wait(60_000).then(waited);
    news.tell("another");
    await Promise.resolve();
    expect(waited).not.toHaveBeenCalled();
    news.tell("mine");
    await waiting;
  });

  it("does not miss what happens before the wait", async () => {
    const news = new JobNews();
    using following = news.follow("mine");
    news.tell("mine");
    news.tell("mine");
    await following.wait(60_000);
    const began = performance.now();
    await following.wait(20);
    expect(performance.now() - began).toBeGreaterThan(15);
  });

  it("waits no longer than it wants to, and hears nothing when it is over", async () => {
    const news = new JobNews();
    const following = news.follow("mine");
    await following.wait(5);
    following[Symbol.dispose]();
    news.tell("mine");
    const began = performance.now();
    await following.wait(20);
    expect(performance.now() - began).toBeGreaterThan(15);
  });
});
