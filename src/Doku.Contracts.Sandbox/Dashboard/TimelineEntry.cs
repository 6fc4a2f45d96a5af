using Doku.Contracts.Sandbox.Pages;

namespace Doku.Contracts.Sandbox.Dashboard;

/// <summary>Something on an order's timeline.</summary>
/// <param name="At">When.</param>
/// <param name="Rank">Order among things of the same moment: the call, the fault, what it changed, what was told.</param>
/// <param name="Kind"><c>call</c>, <c>fault</c>, <c>change</c> or <c>told</c>; names the look.</param>
/// <param name="Words">What happened.</param>
internal sealed record TimelineEntry(DateTimeOffset At, int Rank, string Kind, Markup Words);
