/**
 * What the service can be asked, generated from its description.
 *
 * @module
 */

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers as long as the process does */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers when requests can be served */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version of the engine that computes the results */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a kind of problem means */
        get: operations["explainProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{secret}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan as an iCalendar */
        get: operations["readCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{secret}/$bulk-publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is to be read of free slots, as SMART Scheduling Links has it */
        get: operations["readManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{secret}/{type}.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** FHIR R4 resources of one type, a line each: free slots from today on */
        get: operations["readResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds everything that is wrong or strange in a scenario */
        post: operations["validateScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of a scenario */
        get: operations["getScenarioSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An example of a scenario, to try things with */
        get: operations["getDemoScenario"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds everything that is wrong or strange in a roster to be made */
        post: operations["validateRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of a roster to be made */
        get: operations["getRosterSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An example of a roster to be made, to try things with */
        get: operations["getDemoRoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds everything that is wrong or strange in a session whose template is to be found */
        post: operations["validateTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of a session whose template is to be found */
        get: operations["getTemplateSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An example of a session whose template is to be found, to try things with */
        get: operations["getDemoTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds everything that is wrong or strange in a week of templates to be found */
        post: operations["validateWeek"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of a week of templates to be found */
        get: operations["getWeekSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An example of a week of templates to be found, to try things with */
        get: operations["getDemoWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists scenarios, the newest first */
        get: operations["listScenarios"];
        put?: never;
        /** Keeps a scenario, if it runs */
        post: operations["createScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the versions of a scenario, the newest first */
        get: operations["listScenarioVersions"];
        put?: never;
        /** Adds a version of a scenario, if it runs */
        post: operations["addScenarioVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A scenario: its newest version, or another */
        get: operations["getScenario"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a scenario, as a new version, and looks for a better plan for it with few changes, as a job */
        patch: operations["replanScenario"];
        trace?: never;
    };
    "/v1/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists simulations, the newest first */
        get: operations["listSimulations"];
        put?: never;
        /** Simulates a scenario many times, each time with other luck, and says what to expect and how surely */
        post: operations["createSimulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A simulation: its state, the best answer so far, its result */
        get: operations["getSimulation"];
        put?: never;
        post?: never;
        /** Cancels a simulation; the best answer so far is kept */
        delete: operations["cancelSimulation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows a simulation: each state and each better answer, until it ends */
        get: operations["followSimulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists comparisons, the newest first */
        get: operations["listComparisons"];
        put?: never;
        /** Simulates what-ifs beside the office as it is, with the same patients and the same luck */
        post: operations["createComparison"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comparisons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A comparison: its state, the best answer so far, its result */
        get: operations["getComparison"];
        put?: never;
        post?: never;
        /** Cancels a comparison; the best answer so far is kept */
        delete: operations["cancelComparison"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comparisons/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows a comparison: each state and each better answer, until it ends */
        get: operations["followComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sweeps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists sweeps, the newest first */
        get: operations["listSweeps"];
        put?: never;
        /** Simulates a scenario at several values of one or two settings */
        post: operations["createSweep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sweeps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A sweep: its state, the best answer so far, its result */
        get: operations["getSweep"];
        put?: never;
        post?: never;
        /** Cancels a sweep; the best answer so far is kept */
        delete: operations["cancelSweep"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sweeps/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows a sweep: each state and each better answer, until it ends */
        get: operations["followSweep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists rosters, the newest first */
        get: operations["listRosters"];
        put?: never;
        /** Finds the cheapest roster and says how good it is, or which rules collide and what would help */
        post: operations["createRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A roster: its state, the best answer so far, its result */
        get: operations["getRoster"];
        put?: never;
        post?: never;
        /** Cancels a roster; the best answer so far is kept */
        delete: operations["cancelRoster"];
        options?: never;
        head?: never;
        /** Mends a roster with the fewest changes when somebody cannot come, as a new job */
        patch: operations["replanRoster"];
        trace?: never;
    };
    "/v1/rosters/{id}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a roster: a grid for spreadsheets */
        get: operations["getRosterAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a roster: a page to print, with costs */
        get: operations["getRosterAsPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a roster: the iCalendar of one person */
        get: operations["getRosterAsCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows a roster: each state and each better answer, until it ends */
        get: operations["followRoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists templates, the newest first */
        get: operations["listTemplates"];
        put?: never;
        /** Finds when the patients of a session should come, with a proof, and what simpler templates cost */
        post: operations["createTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template: its state, the best answer so far, its result */
        get: operations["getTemplate"];
        put?: never;
        post?: never;
        /** Cancels a template; the best answer so far is kept */
        delete: operations["cancelTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows a template: each state and each better answer, until it ends */
        get: operations["followTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists weeks, the newest first */
        get: operations["listWeeks"];
        put?: never;
        /** Finds everybody's appointment templates for a week and says how good they are, or which demands collide */
        post: operations["createWeek"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A week: its state, the best answer so far, its result */
        get: operations["getWeek"];
        put?: never;
        post?: never;
        /** Cancels a week; the best answer so far is kept */
        delete: operations["cancelWeek"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/{id}/fhir": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a week: a FHIR R4 bundle of schedules and slots */
        get: operations["getWeekAsFhir"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/{id}/ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a week: the same, a resource a line */
        get: operations["getWeekAsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/{id}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a week: a table for record systems */
        get: operations["getWeekAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a week: an iCalendar, of one provider or of all */
        get: operations["getWeekAsCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows a week: each state and each better answer, until it ends */
        get: operations["followWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists plans, the newest first */
        get: operations["listPlans"];
        put?: never;
        /** Finds a better plan with the same people, rooms and patients, and says what it is worth */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan: its state, the best answer so far, its result */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        /** Cancels a plan; the best answer so far is kept */
        delete: operations["cancelPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows a plan: each state and each better answer, until it ends */
        get: operations["followPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judges any roster, whoever made it */
        post: operations["scoreRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who can take a shift that somebody leaves behind */
        post: operations["findCandidates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Why a roster is not another: what it would cost, and which rules would pay */
        post: operations["askWhyNot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What any template costs: waits, idle time and overtime to be expected */
        post: operations["priceTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/weeks/{id}/next-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next best slots for a visit in a week that was found, beside what is booked */
        post: operations["findNextSlots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists keys, the newest first; what opens is not among what is told */
        get: operations["listKeys"];
        put?: never;
        /** Makes a key */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a key away: from now on it opens nothing */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done, and with which key; the newest first */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists webhooks, the newest first; secrets are not told */
        get: operations["listWebhooks"];
        put?: never;
        /** Lets an address be told when jobs end, signed as Standard Webhooks has it */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Takes a webhook away, with what it was told and was still to be told */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Changes where a webhook goes and what it is told, pauses it, or lets it go on */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a webhook another secret; for a day the old one signs as well */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells a webhook something to see whether it hears, whatever it listens to */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what a webhook was told and is still to be told, the newest first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells a webhook something once more */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists feeds, the newest first; addresses are not told */
        get: operations["listFeeds"];
        put?: never;
        /** Shows a plan at a secret address, as a calendar that can be subscribed to */
        post: operations["createFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a feed: nothing is found at its address any more */
        delete: operations["deleteFeed"];
        options?: never;
        head?: never;
        /** Shows a newer plan at the same address */
        patch: operations["changeFeed"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Goes on until the interval of a measure is so narrow, or all replications are spent. */
        PrecisionInput: {
            measure: string;
            /** @description In the unit of the measure. */
            halfWidth: number;
        };
        /**
         * @example {
         *       "scenario": {
         *         "praxis": 1,
         *         "name": "Small office",
         *         "calendar": {
         *           "length": "4 h"
         *         },
         *         "staff": {
         *           "nurse": {
         *             "count": 1
         *           }
         *         },
         *         "visitTypes": {
         *           "visit": {
         *             "pathway": [
         *               {
         *                 "activity": "consult",
         *                 "needs": "nurse",
         *                 "takes": {
         *                   "exponential": {
         *                     "mean": "10 min"
         *                   }
         *                 }
         *               }
         *             ]
         *           }
         *         },
         *         "arrivals": {
         *           "all": {
         *             "visitType": "visit",
         *             "poisson": "4 per hour"
         *           }
         *         }
         *       },
         *       "whatIfs": {
         *         "two nurses": {
         *           "staff.nurse.count": 2
         *         }
         *       },
         *       "replications": 20
         *     }
         */
        ComparisonRequestInput: {
            /** @description A scenario: as data, or as the text of a file. Either this or scenarioId. */
            scenario?: string | {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description A scenario that is kept here.
             */
            scenarioId?: string;
            /** @description Which version of it; the newest unless given. */
            version?: number;
            /** @description What is changed before anything else. */
            changes?: {
                [key: string]: unknown;
            };
            /**
             * @description A number or a phrase; the same seed gives the same numbers.
             * @default 1
             */
            seed: number | string;
            /** @description Names of measures; the usual ones unless given. */
            measures?: string[];
            /**
             * @description Level of the intervals.
             * @default 0.95
             */
            confidence: number;
            /** @description Fails when it takes longer. */
            timeLimitSeconds?: number;
            /** @description Variants that the scenario names; all of them when neither these nor whatIfs are given. */
            variants?: string[];
            /** @description What-ifs by the name that the answer gives them. */
            whatIfs?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /**
             * @description How often the span is simulated.
             * @default 100
             */
            replications: number;
            until?: components["schemas"]["PrecisionInput"];
        };
        /**
         * @example {
         *       "scenario": {
         *         "praxis": 1,
         *         "name": "Two at eight",
         *         "calendar": {
         *           "start": "2026-01-05 08:00",
         *           "length": "4 h",
         *           "ends": "when empty",
         *           "opening": "08:00-12:00"
         *         },
         *         "staff": {
         *           "physician": {
         *             "count": 1,
         *             "shift": "08:00-12:00"
         *           }
         *         },
         *         "visitTypes": {
         *           "visit": {
         *             "pathway": [
         *               {
         *                 "activity": "consult",
         *                 "needs": {
         *                   "my": "physician"
         *                 },
         *                 "takes": {
         *                   "exponential": {
         *                     "mean": "14 min"
         *                   }
         *                 }
         *               }
         *             ]
         *           }
         *         },
         *         "templates": {
         *           "clinic": [
         *             {
         *               "from": "08:00",
         *               "to": "11:00",
         *               "every": "20 min",
         *               "seats": 2,
         *               "provider": "physician"
         *             }
         *           ]
         *         },
         *         "arrivals": {
         *           "booked": {
         *             "visitType": "visit",
         *             "appointments": {
         *               "template": "clinic",
         *               "booked": "70 %"
         *             }
         *           }
         *         }
         *       },
         *       "workLimit": 500,
         *       "replications": 20
         *     }
         */
        PlanRequestInput: {
            /** @description A scenario: as data, or as the text of a file. Either this or scenarioId. */
            scenario?: string | {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description A scenario that is kept here.
             */
            scenarioId?: string;
            /** @description Which version of it; the newest unless given. */
            version?: number;
            /** @description What is changed before anything else. */
            changes?: {
                [key: string]: unknown;
            };
            /**
             * @description A number or a phrase; the same seed gives the same numbers.
             * @default 1
             */
            seed: number | string;
            /** @description Seconds after which the best answer so far has to do; 60 unless given. */
            timeLimitSeconds?: number;
            /** @description Units of work instead of seconds; the answer is then the same on every machine. */
            workLimit?: number;
            /**
             * @description The share that a change has to take off all goals together, being a burden: 0.02.
             * @default 0
             */
            pricePerChange: number;
            /**
             * @description Fresh replications that say what the plan is worth.
             * @default 400
             */
            replications: number;
        };
        /** @description For each person the id of a shift for each day, null for a day off. */
        RosterInput: {
            [key: string]: (string | null)[];
        };
        /**
         * @example {
         *       "problem": {
         *         "roster": 1,
         *         "name": "Two days",
         *         "start": "2026-12-07",
         *         "days": 2,
         *         "shifts": {
         *           "early": {
         *             "from": "08:00",
         *             "to": "16:00"
         *           }
         *         },
         *         "people": {
         *           "MA-1": {
         *             "role": "medical assistant",
         *             "costPerHour": "$20 per hour"
         *           },
         *           "MA-2": {
         *             "role": "medical assistant",
         *             "costPerHour": "$25 per hour"
         *           }
         *         },
         *         "cover": {
         *           "normal": [
         *             {
         *               "shift": "early",
         *               "people": {
         *                 "atLeast": 1
         *               }
         *             }
         *           ]
         *         }
         *       }
         *     }
         */
        RosterRequestInput: {
            /** @description A roster to be made: as data, or as the text of a file. */
            problem: string | {
                [key: string]: unknown;
            };
            /** @description Seconds after which the best answer so far has to do; 60 unless given. */
            timeLimitSeconds?: number;
            /** @description Units of work instead of seconds; the answer is then the same on every machine. */
            workLimit?: number;
            /**
             * @description A proven distance from the best that is enough.
             * @default 0.0001
             */
            gap: number;
            /** @default 1 */
            seed: number;
            /**
             * @description Threads that look for the roster together.
             * @default 1
             */
            threads: number;
        };
        /**
         * @example {
         *       "scenario": {
         *         "praxis": 1,
         *         "name": "Small office",
         *         "calendar": {
         *           "length": "4 h"
         *         },
         *         "staff": {
         *           "nurse": {
         *             "count": 1
         *           }
         *         },
         *         "visitTypes": {
         *           "visit": {
         *             "pathway": [
         *               {
         *                 "activity": "consult",
         *                 "needs": "nurse",
         *                 "takes": {
         *                   "exponential": {
         *                     "mean": "10 min"
         *                   }
         *                 }
         *               }
         *             ]
         *           }
         *         },
         *         "arrivals": {
         *           "all": {
         *             "visitType": "visit",
         *             "poisson": "4 per hour"
         *           }
         *         }
         *       },
         *       "replications": 20
         *     }
         */
        SimulationRequestInput: {
            /** @description A scenario: as data, or as the text of a file. Either this or scenarioId. */
            scenario?: string | {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description A scenario that is kept here.
             */
            scenarioId?: string;
            /** @description Which version of it; the newest unless given. */
            version?: number;
            /** @description What is changed before anything else. */
            changes?: {
                [key: string]: unknown;
            };
            /**
             * @description A number or a phrase; the same seed gives the same numbers.
             * @default 1
             */
            seed: number | string;
            /** @description Names of measures; the usual ones unless given. */
            measures?: string[];
            /**
             * @description Level of the intervals.
             * @default 0.95
             */
            confidence: number;
            /** @description Fails when it takes longer. */
            timeLimitSeconds?: number;
            /**
             * @description How often the span is simulated.
             * @default 100
             */
            replications: number;
            until?: components["schemas"]["PrecisionInput"];
        };
        /**
         * @example {
         *       "scenario": {
         *         "praxis": 1,
         *         "name": "Small office",
         *         "calendar": {
         *           "length": "4 h"
         *         },
         *         "staff": {
         *           "nurse": {
         *             "count": 1
         *           }
         *         },
         *         "visitTypes": {
         *           "visit": {
         *             "pathway": [
         *               {
         *                 "activity": "consult",
         *                 "needs": "nurse",
         *                 "takes": {
         *                   "exponential": {
         *                     "mean": "10 min"
         *                   }
         *                 }
         *               }
         *             ]
         *           }
         *         },
         *         "arrivals": {
         *           "all": {
         *             "visitType": "visit",
         *             "poisson": "4 per hour"
         *           }
         *         }
         *       },
         *       "over": [
         *         {
         *           "setting": "staff.nurse.count",
         *           "values": [
         *             1,
         *             2
         *           ]
         *         }
         *       ],
         *       "replications": 20
         *     }
         */
        SweepRequestInput: {
            /** @description A scenario: as data, or as the text of a file. Either this or scenarioId. */
            scenario?: string | {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description A scenario that is kept here.
             */
            scenarioId?: string;
            /** @description Which version of it; the newest unless given. */
            version?: number;
            /** @description What is changed before anything else. */
            changes?: {
                [key: string]: unknown;
            };
            /**
             * @description A number or a phrase; the same seed gives the same numbers.
             * @default 1
             */
            seed: number | string;
            /** @description Names of measures; the usual ones unless given. */
            measures?: string[];
            /**
             * @description Level of the intervals.
             * @default 0.95
             */
            confidence: number;
            /** @description Fails when it takes longer. */
            timeLimitSeconds?: number;
            /** @description One or two settings; every combination of their values is simulated. */
            over: {
                /** @description A path into the scenario: staff.physician.count */
                setting: string;
                /** @description As the file would write them. */
                values: unknown[];
            }[];
            /**
             * @description How often the span is simulated.
             * @default 100
             */
            replications: number;
        };
        /**
         * @example {
         *       "problem": {
         *         "session": {
         *           "patients": 4,
         *           "length": "60 min",
         *           "grid": "5 min"
         *         },
         *         "service": {
         *           "exponential": {
         *             "mean": "15 min"
         *           }
         *         },
         *         "cost": {
         *           "idle": 10,
         *           "overtime": 15
         *         },
         *         "samples": 100
         *       }
         *     }
         */
        TemplateRequestInput: {
            /** @description A session whose template is to be found: as data, or as the text of a file. */
            problem: string | {
                [key: string]: unknown;
            };
            /** @description Seconds after which the best answer so far has to do; 60 unless given. */
            timeLimitSeconds?: number;
            /** @description Units of work instead of seconds; the answer is then the same on every machine. */
            workLimit?: number;
            /** @default 1 */
            seed: number | string;
        };
        /**
         * @example {
         *       "problem": {
         *         "week": 1,
         *         "name": "One provider",
         *         "zone": "America/Chicago",
         *         "start": "2026-12-07",
         *         "sessions": {
         *           "morning": {
         *             "from": "08:00",
         *             "to": "10:00",
         *             "grid": "15 min"
         *           }
         *         },
         *         "costs": {
         *           "wait": "$24 per hour",
         *           "idle": "$120 per hour",
         *           "overtime": "$180 per hour"
         *         },
         *         "visitTypes": {
         *           "visit": {
         *             "takes": {
         *               "exponential": {
         *                 "mean": "15 min"
         *               }
         *             },
         *             "demand": "4 per week",
         *             "unmet": "$90"
         *           }
         *         },
         *         "providers": {
         *           "Dr-A": {
         *             "role": "physician",
         *             "sessions": {
         *               "monday": "morning"
         *             }
         *           }
         *         }
         *       }
         *     }
         */
        WeekRequestInput: {
            /** @description A week of templates to be found: as data, or as the text of a file. */
            problem: string | {
                [key: string]: unknown;
            };
            /** @description Seconds after which the best answer so far has to do; 60 unless given. */
            timeLimitSeconds?: number;
            /** @description Units of work instead of seconds; the answer is then the same on every machine. */
            workLimit?: number;
            /**
             * @description A proven distance from the best that is enough.
             * @default 0.001
             */
            gap: number;
            /** @default 1 */
            seed: number;
        };
        /**
         * @example {
         *       "absent": [
         *         {
         *           "person": "MA-1",
         *           "from": "2026-12-08"
         *         }
         *       ],
         *       "pricePerChange": 25
         *     }
         */
        ReplanInput: {
            /** @description Who cannot come, from the first day to the last. */
            absent: {
                person: string;
                /** @description As in 2026-12-08. */
                from: string;
                /** @description As in 2026-12-08. */
                to?: string;
            }[];
            /** @description The first date that can still be changed; the first day unless given. */
            today?: string;
            /**
             * @description Dollars for each day of a person that changes; days away do not count.
             * @default 50
             */
            pricePerChange: number;
            /** @description Seconds after which the best answer so far has to do; 60 unless given. */
            timeLimitSeconds?: number;
            /** @description Units of work instead of seconds; the answer is then the same on every machine. */
            workLimit?: number;
            /**
             * @description A proven distance from the best that is enough.
             * @default 0.0001
             */
            gap: number;
            /** @default 1 */
            seed: number;
        };
        /**
         * @example {
         *       "changes": {
         *         "arrivals.booked.appointments.booked": "90 %"
         *       },
         *       "workLimit": 500,
         *       "replications": 20
         *     }
         */
        ScenarioReplanInput: {
            /** @description What has changed, by path: { "staff.physician.count": 1 } */
            changes: {
                [key: string]: unknown;
            };
            /** @description The version that the changes are meant for; if it is not the newest, nothing is done. */
            after?: number;
            /**
             * @description A number or a phrase; the same seed gives the same numbers.
             * @default 1
             */
            seed: number | string;
            /** @description Seconds after which the best answer so far has to do; 60 unless given. */
            timeLimitSeconds?: number;
            /** @description Units of work instead of seconds; the answer is then the same on every machine. */
            workLimit?: number;
            /** @default 0.02 */
            pricePerChange: number;
            /**
             * @description Fresh replications that say what the plan is worth.
             * @default 400
             */
            replications: number;
        };
        /**
         * @example {
         *       "type": "visit",
         *       "provider": "Dr-A",
         *       "now": "2026-12-07T12:00:00Z",
         *       "prices": {
         *         "day": 2,
         *         "provider": 15,
         *         "hour": 0
         *       }
         *     }
         */
        VisitWantedInput: {
            /** @description Name of the visit type. */
            type: string;
            /** @description Whom the patient knows. */
            provider?: string;
            /** @description The first date that will do; today unless given. */
            from?: string;
            /** @description The last one; four weeks after the first unless given. */
            until?: string;
            /** @description When a visit should begin: the time of day that suits. */
            hours?: {
                from: string;
                to: string;
            };
            /**
             * @description What makes a place worse; as they stand, the soonest is the best.
             * @default {
             *       "day": 1,
             *       "provider": 0,
             *       "hour": 0
             *     }
             */
            prices: {
                /**
                 * @description Dollars for each day later.
                 * @default 1
                 */
                day: number;
                /**
                 * @description Dollars for another provider than the one who is known.
                 * @default 0
                 */
                provider: number;
                /**
                 * @description Dollars for each hour outside the time that suits.
                 * @default 0
                 */
                hour: number;
            };
            /**
             * Format: date-time
             * @description When it is asked; the present unless given.
             */
            now?: string;
            /** @description What is booked: a FHIR R4 Bundle of Appointments. Only their times, states, visit types and providers are looked at, and nothing of it is kept. */
            appointments?: {
                /** @constant */
                resourceType: "Bundle";
                entry?: unknown[];
            } & {
                [key: string]: unknown;
            };
            /**
             * @description How many places to name.
             * @default 5
             */
            most: number;
        };
        Estimate: {
            /** @description Null when the measure was undefined in all replications. */
            mean: number | null;
            /** @description Standard deviation between replications. */
            sd: number | null;
            /** @description The expected value lies within mean ± halfWidth with this confidence. */
            halfWidth: number | null;
            confidence: number;
            /** @description How many replications the mean is taken over. */
            replications: number;
            /** @description How many more gave no value. */
            missing?: number;
            p10: number | null;
            p50: number | null;
            p90: number | null;
            min: number | null;
            max: number | null;
            /** @description min, clock (minutes since the start), share, $, d, or what is counted. */
            unit: string;
        };
        VariantEstimate: {
            /** @description Null when the measure was undefined in all replications. */
            mean: number | null;
            /** @description Standard deviation between replications. */
            sd: number | null;
            /** @description The expected value lies within mean ± halfWidth with this confidence. */
            halfWidth: number | null;
            confidence: number;
            /** @description How many replications the mean is taken over. */
            replications: number;
            /** @description How many more gave no value. */
            missing?: number;
            p10: number | null;
            p50: number | null;
            p90: number | null;
            min: number | null;
            max: number | null;
            /** @description min, clock (minutes since the start), share, $, d, or what is counted. */
            unit: string;
            /** @description Variant minus base, paired by replication; not measurable when the interval holds zero. */
            difference: {
                /** @description Null when the measure was undefined in all replications. */
                mean: number | null;
                /** @description Standard deviation between replications. */
                sd: number | null;
                /** @description The expected value lies within mean ± halfWidth with this confidence. */
                halfWidth: number | null;
                confidence: number;
                /** @description How many replications the mean is taken over. */
                replications: number;
                /** @description How many more gave no value. */
                missing?: number;
                measurable: boolean;
            };
        };
        ComparisonResult: {
            /** @description Name of the scenario. */
            scenario: string;
            seed: number | string;
            engineVersion: string;
            replications: number;
            measures: {
                [key: string]: components["schemas"]["Estimate"];
            };
            variants: {
                [key: string]: {
                    /** @description What really differs from the base, computed from the two scenarios. */
                    changes: ({
                        path: unknown;
                    } & {
                        [key: string]: unknown;
                    })[];
                    measures: {
                        [key: string]: components["schemas"]["VariantEstimate"];
                    };
                };
            };
            until?: {
                measure: string;
                halfWidth: number;
                reached: boolean;
            };
        };
        PlanStep: {
            round: number;
            /** @description What was tried, in words. */
            move: string;
            kept: boolean;
            /** @description Why it was not kept. */
            reason?: string;
            /** @description Beside the plan before it, for each goal. */
            worth: {
                [key: string]: {
                    mean: number;
                    halfWidth: number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        PlanSoFar: {
            /** @description What has been tried in earnest so far. */
            steps: components["schemas"]["PlanStep"][];
        };
        PlanResult: {
            engineVersion: string;
            scenario: string;
            /**
             * @description Why the search ended.
             * @enum {string}
             */
            ended: "nothing helps" | "budget" | "cancelled";
            steps: components["schemas"]["PlanStep"][];
            /** @description The plan: what was kept. Empty when nothing helps. */
            changes: {
                path: (string | number)[];
                value: unknown;
                label?: string;
            }[];
            /** @description The plan beside the office as it is, on replications that the search has not seen. */
            claim?: {
                replications: number;
                variants: {
                    [key: string]: {
                        /** @description What really differs from the base, computed from the two scenarios. */
                        changes: ({
                            path: unknown;
                        } & {
                            [key: string]: unknown;
                        })[];
                        measures: {
                            [key: string]: components["schemas"]["VariantEstimate"];
                        };
                    };
                };
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description For each person the id of a shift for each day, null for a day off. */
        Roster: {
            [key: string]: (string | null)[];
        };
        FoundRoster: {
            /** @enum {string} */
            status: "optimal" | "feasible";
            /** @description The version of the engine. */
            praxis: string;
            /** @description Name of the problem. */
            problem: string;
            /** @description Date of the first day. */
            start: string;
            days: number;
            /** @enum {string} */
            state: "draft" | "published";
            roster: components["schemas"]["Roster"];
            unfilled: {
                text: string;
                date?: string;
                missing?: number;
            }[];
            /** @description Dollars; null when it must not be. */
            cost: number | null;
            /** @description No roster that keeps to everything costs less. */
            bound: number | null;
            /** @description The distance from bound to cost, over the cost. */
            gap: number | null;
            scores: {
                rule: string;
                /** @description Dollars; null when it must not be. */
                cost: number | null;
                /** @description How often what must not be broken is. */
                broken: number;
                matches: {
                    text: string;
                    /** @description Dollars; null when it must not be. */
                    cost: number | null;
                    person?: string;
                    date?: string;
                }[];
            }[];
            /** @description Why the search ended before its end. */
            reason?: string;
            /**
             * Format: uuid
             * @description The job whose roster this one mends.
             */
            replans?: string;
            /** @description What is new beside the roster that it mends. */
            difference?: {
                /** @description Dollars, after minus before. */
                cost: number;
                changes: ({
                    person: string;
                    date: string;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            };
        };
        NoRoster: {
            /** @constant */
            status: "infeasible";
            problem: string;
            praxis: string;
            /** @description Rules that cannot hold together. */
            conflict: {
                text: string;
            }[];
            /** @description Whether all but any one of them can be kept. */
            isMinimal: boolean;
            /** @description Ways out, the cheapest first. */
            relaxations: {
                giveUp: {
                    text: string;
                }[];
                cost: number | null;
            }[];
        };
        UnknownRoster: {
            /** @constant */
            status: "unknown";
            problem: string;
            praxis: string;
            /** @description Why the search ended; neither a roster nor a proof was found. */
            reason: string;
            bound?: number | null;
        };
        SimulationResult: {
            /** @description Name of the scenario. */
            scenario: string;
            seed: number | string;
            engineVersion: string;
            replications: number;
            measures: {
                [key: string]: components["schemas"]["Estimate"];
            };
            until?: {
                measure: string;
                halfWidth: number;
                reached: boolean;
            };
        };
        SweepResult: {
            /** @description Name of the scenario. */
            scenario: string;
            seed: number | string;
            engineVersion: string;
            replications: number;
            settings: string[];
            points: {
                values: unknown[];
                /** @description What really differs from the base, computed from the two scenarios. */
                changes: ({
                    path: unknown;
                } & {
                    [key: string]: unknown;
                })[];
                measures: {
                    [key: string]: components["schemas"]["Estimate"];
                };
            }[];
        };
        TemplateCost: {
            /** @description The version of the engine. */
            praxis: string;
            /** @description Minutes after the start, one for each patient in the order of being seen. */
            readonly times: number[];
            cost: number;
            /** @description Minutes that are to be expected. */
            wait: number;
            /** @description Minutes that are to be expected. */
            idle: number;
            /** @description Minutes that are to be expected. */
            overtime: number;
            /** @description Half-widths of intervals at 95 %; absent when the figures are exact. */
            halfWidths?: {
                cost: number;
                /** @description Minutes that are to be expected. */
                wait: number;
                /** @description Minutes that are to be expected. */
                idle: number;
                /** @description Minutes that are to be expected. */
                overtime: number;
            };
            /** @description Expected wait of each patient, if they come, in minutes. */
            readonly waits: number[];
        } & {
            [key: string]: unknown;
        };
        TemplateResult: {
            problem?: string;
            /** @enum {string} */
            status: "optimal" | "feasible";
            /** @description Whether the times are proved to be the best in their order. */
            certified: boolean;
            cost: number;
            /** @description Minutes that are to be expected. */
            wait: number;
            /** @description Minutes that are to be expected. */
            idle: number;
            /** @description Minutes that are to be expected. */
            overtime: number;
            /** @description No allowed template costs less; null when nothing is known. */
            bound: number | null;
            /** @description How surely; absent when the figures are exact, and the bound is proved. */
            boundConfidence?: number;
            /** @description Minutes after the start, one for each patient in the order of being seen. */
            readonly times: number[];
            /** @description The same as times of day. */
            clock?: string[];
            /** @description Half-widths of intervals at 95 %; absent when the figures are exact. */
            halfWidths?: {
                cost: number;
                /** @description Minutes that are to be expected. */
                wait: number;
                /** @description Minutes that are to be expected. */
                idle: number;
                /** @description Minutes that are to be expected. */
                overtime: number;
            };
            /** @description Simpler templates, and what they cost more. */
            alternatives: ({
                cost: number;
                /** @description Minutes that are to be expected. */
                wait: number;
                /** @description Minutes that are to be expected. */
                idle: number;
                /** @description Minutes that are to be expected. */
                overtime: number;
                kind: string;
                /** @description Minutes after the start, one for each patient in the order of being seen. */
                readonly times: number[];
                loss: number;
            } & {
                [key: string]: unknown;
            })[];
            /** @description The best templates when the provider's minutes count for less or more. */
            frontier: ({
                cost: number;
                /** @description Minutes that are to be expected. */
                wait: number;
                /** @description Minutes that are to be expected. */
                idle: number;
                /** @description Minutes that are to be expected. */
                overtime: number;
                /** @description Minutes after the start, one for each patient in the order of being seen. */
                readonly times: number[];
                providerFactor: number;
            } & {
                [key: string]: unknown;
            })[];
            engineVersion: string;
        } & {
            [key: string]: unknown;
        };
        FoundWeek: {
            /** @description The version of the engine. */
            praxis: string;
            /** @description Name of the problem. */
            problem: string;
            seed: number;
            /** @enum {string} */
            status: "optimal" | "feasible";
            zone: string;
            /** @description The first day on which the template is used. */
            start: string;
            cost: number;
            /** @description No week costs less. */
            bound: number | null;
            slots: ({
                provider: string;
                weekday: string;
                /** @description As in 08:00. */
                start: string;
                minutes: number;
                /** @description The visit type that it is for. */
                type: string;
                maximumBookings: number;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        /** @description Demands that cannot hold together, and what would help. */
        NoWeek: {
            /** @description The version of the engine. */
            praxis: string;
            /** @description Name of the problem. */
            problem: string;
            seed: number;
            /** @constant */
            status: "infeasible";
        } & {
            [key: string]: unknown;
        };
        UnknownWeek: {
            /** @description The version of the engine. */
            praxis: string;
            /** @description Name of the problem. */
            problem: string;
            seed: number;
            /** @constant */
            status: "unknown";
            /** @description Why the search ended; neither a week nor a proof was found. */
            reason: string;
        } & {
            [key: string]: unknown;
        };
        Issue: {
            /** @description Where in the body, as a JSON pointer. */
            pointer: string;
            /** @description The kind of issue, explained in docs/errors.md. */
            code: string;
            /** @description What is wrong. */
            detail: string;
            /** @description What would be right. */
            hint: string;
            /** @description Line in a text, from 1. */
            line?: number;
            column?: number;
        };
        Problem: {
            /** @description Names the kind of problem, and never changes; explained at this address. */
            type: string;
            /** @description The kind of problem in words. */
            title: string;
            status: number;
            /** @description What went wrong this time, and what would be right. */
            detail: string;
            /** @description The address of the request, without its query. */
            instance: string;
            /** @description Everything that is wrong, all at once. */
            issues?: components["schemas"]["Issue"][];
        };
        /** @description Issues keep it from running, warnings do not. */
        Findings: {
            valid: boolean;
            issues: components["schemas"]["Issue"][];
            warnings: components["schemas"]["Issue"][];
        };
        Progress: {
            done: number;
            /** @description As far as is known yet. */
            total: number;
            /** @description What is counted: replications, seconds. */
            unit: string;
        };
        Failure: {
            /** @description A word for programs, explained in docs/errors.md. */
            code: string;
            /** @description What happened, and what would help. */
            detail: string;
        };
        BulkPublishManifest: {
            /** Format: date-time */
            transactionTime: string;
            /** Format: uri */
            request: string;
            output: {
                /** @enum {string} */
                type: "Location" | "PractitionerRole" | "Schedule" | "Slot";
                /** Format: uri */
                url: string;
            }[];
            error: unknown[];
        };
        Feed: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            jobId: string;
            /** @description The address of the job. */
            job: string;
            person: string | null;
            weeks: number;
            /** @description How often it was given another plan. */
            sequence: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        FeedWithAddresses: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            jobId: string;
            /** @description The address of the job. */
            job: string;
            person: string | null;
            weeks: number;
            /** @description How often it was given another plan. */
            sequence: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            /** @description Where it is read, without a key; shown here and never again. */
            addresses: {
                /**
                 * Format: uri
                 * @description An iCalendar, for telephones and mail programs.
                 */
                calendar: string;
                /**
                 * Format: uri
                 * @description The manifest of SMART Scheduling Links, of weeks without a person.
                 */
                bulkPublish?: string;
            };
        };
        Key: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description read: to look; plan: to keep scenarios and compute; train; admin: to give out keys. */
            scopes: ("read" | "plan" | "train" | "admin")[];
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
        };
        KeyMade: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description read: to look; plan: to keep scenarios and compute; train; admin: to give out keys. */
            scopes: ("read" | "plan" | "train" | "admin")[];
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
            /** @description The key itself, shown here and never again. */
            key: string;
        };
        AuditEntry: {
            number: number;
            /** Format: date-time */
            at: string;
            keyId: string | null;
            action: string;
            subject: string;
        };
        RosterScore: {
            /** @description The version of the engine. */
            praxis: string;
            problem: string;
            /** @description Whether everything holds that has to. */
            keepsAll: boolean;
            /** @description Dollars, of what has a price. */
            cost: number;
            scores: {
                rule: string;
                /** @description Dollars; null when it must not be. */
                cost: number | null;
                /** @description How often what must not be broken is. */
                broken: number;
                matches: {
                    text: string;
                    /** @description Dollars; null when it must not be. */
                    cost: number | null;
                    person?: string;
                    date?: string;
                }[];
            }[];
        };
        Candidates: {
            /** @description The version of the engine. */
            praxis: string;
            problem: string;
            /** @description Those who break nothing first, the cheapest of them before the others. */
            candidates: {
                person: string;
                /** @description What the person has on that day now. */
                instead: string | null;
                /** @description Rules that would be broken and are not now. */
                readonly breaks: string[];
                /** @description Dollars more than with the shift left open. */
                cost: number;
            }[];
        };
        /** @description The best roster with it and what differs, or the rules that collide. */
        WhyNot: {
            /** @description The version of the engine. */
            praxis: string;
            problem: string;
            /** @enum {string} */
            status: "optimal" | "feasible" | "infeasible" | "unknown";
            /** @description Dollars that it costs more, whatever is done. */
            atLeast?: number | null;
        } & {
            [key: string]: unknown;
        };
        ScenarioListed: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The number of the newest version, from 1. */
            newest: number;
            /** Format: date-time */
            createdAt: string;
            self: string;
        };
        ScenarioVersionListed: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            /** Format: date-time */
            createdAt: string;
            self: string;
        };
        ScenarioStored: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            /** Format: date-time */
            createdAt: string;
            self: string;
            warnings: components["schemas"]["Issue"][];
        };
        ScenarioShown: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            /** Format: date-time */
            createdAt: string;
            self: string;
            /** @description The number of the newest version, from 1. */
            newest: number;
            /** @description The scenario as data. */
            document: {
                [key: string]: unknown;
            };
            /** @description The scenario as it was handed in. */
            content: string;
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            /** @description Where to: https://tool.example/praxis */
            url: string;
            /** @description Which events it is told; null: all. */
            events: ("job.succeeded" | "job.failed" | "job.cancelled")[] | null;
            /** Format: date-time */
            createdAt: string;
            pausedAt: string | null;
            /** @description Why it was paused, unless somebody did it. */
            pauseReason: string | null;
        };
        WebhookWithSecret: {
            /** Format: uuid */
            id: string;
            /** @description Where to: https://tool.example/praxis */
            url: string;
            /** @description Which events it is told; null: all. */
            events: ("job.succeeded" | "job.failed" | "job.cancelled")[] | null;
            /** Format: date-time */
            createdAt: string;
            pausedAt: string | null;
            /** @description Why it was paused, unless somebody did it. */
            pauseReason: string | null;
            /** @description What signs its messages, shown here and never again. */
            secret: string;
        };
        DeliveryAttempt: {
            /** Format: date-time */
            at: string;
            milliseconds: number;
            /** @enum {string} */
            outcome: "delivered" | "refused" | "gone" | "too-slow" | "unreachable" | "forbidden";
            /** @description The status of the answer, if there was one. */
            status: number | null;
        };
        Delivery: {
            /**
             * Format: uuid
             * @description The same in webhook-id, at every attempt.
             */
            id: string;
            /** Format: uuid */
            webhookId: string;
            /** @enum {string} */
            type: "job.succeeded" | "job.failed" | "job.cancelled" | "ping";
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            attempts: components["schemas"]["DeliveryAttempt"][];
            /** Format: date-time */
            createdAt: string;
            /** @description When it is tried next. */
            nextAt: string | null;
        };
        NextSlots: {
            /** @description The version of the engine. */
            praxis: string;
            problem: string;
            zone: string;
            /** @description The best first. */
            offers: {
                provider: string;
                department: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                /** @description The visit type for which the slot was made. */
                type: string;
                /** @description How many can still be booked into it. */
                left: number;
                /** @description Dollars, the sum of the parts. */
                price: number;
                parts: {
                    day: number;
                    provider: number;
                    hour: number;
                };
            }[];
            /** @description What became of the entries of the Bundle. */
            appointments: {
                /** @description Those that hold a place with somebody of this week. */
                booked: number;
                /** @description Cancelled, only proposed, or without a time. */
                withoutPlace: number;
                /** @description With nobody of this week. */
                elsewhere: number;
                /** @description Entries that are no appointments. */
                ignored: number;
            };
        };
        SimulationJob: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "simulation";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
            /** @description The best answer so far, with its uncertainty. */
            best: components["schemas"]["SimulationResult"] | null;
            /** @description The answer; also of a job that was cancelled, if it had one. */
            result: components["schemas"]["SimulationResult"] | null;
        };
        SimulationJobListed: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "simulation";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
        };
        ComparisonJob: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "comparison";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
            /** @description The best answer so far, with its uncertainty. */
            best: components["schemas"]["ComparisonResult"] | null;
            /** @description The answer; also of a job that was cancelled, if it had one. */
            result: components["schemas"]["ComparisonResult"] | null;
        };
        ComparisonJobListed: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "comparison";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
        };
        SweepJob: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "sweep";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
            /** @description The best answer so far, with its uncertainty. */
            best: components["schemas"]["SweepResult"] | null;
            /** @description The answer; also of a job that was cancelled, if it had one. */
            result: components["schemas"]["SweepResult"] | null;
        };
        SweepJobListed: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "sweep";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
        };
        RosterJob: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "roster";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
            /** @description The best answer so far, with its uncertainty. */
            best: components["schemas"]["FoundRoster"] | null;
            /** @description The answer; also of a job that was cancelled, if it had one. */
            result: (components["schemas"]["FoundRoster"] | components["schemas"]["NoRoster"] | components["schemas"]["UnknownRoster"]) | null;
        };
        RosterJobListed: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "roster";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
        };
        TemplateJob: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "template";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
            /** @description The best answer so far, with its uncertainty. */
            best: components["schemas"]["TemplateResult"] | null;
            /** @description The answer; also of a job that was cancelled, if it had one. */
            result: components["schemas"]["TemplateResult"] | null;
        };
        TemplateJobListed: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "template";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
        };
        WeekJob: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "week";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
            /** @description The best answer so far, with its uncertainty. */
            best: components["schemas"]["FoundWeek"] | null;
            /** @description The answer; also of a job that was cancelled, if it had one. */
            result: (components["schemas"]["FoundWeek"] | components["schemas"]["NoWeek"] | components["schemas"]["UnknownWeek"]) | null;
        };
        WeekJobListed: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "week";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
        };
        PlanJob: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "plan";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
            /** @description The best answer so far, with its uncertainty. */
            best: components["schemas"]["PlanSoFar"] | null;
            /** @description The answer; also of a job that was cancelled, if it had one. */
            result: components["schemas"]["PlanResult"] | null;
        };
        PlanJobListed: {
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "plan";
            /** @description Name of the scenario, or of the roster. */
            title: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            queuedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            cancelRequestedAt: string | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description Why it failed. */
            failure: components["schemas"]["Failure"] | null;
            /** @description How often it was taken up. */
            attempt: number;
            /** @description How often it failed by itself. */
            failures: number;
            /** @description How often it was taken over from a worker that was gone. */
            takeovers: number;
            self: string;
            /** @description What happens to it, as server-sent events. */
            events: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service takes requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version in use. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The version that every result carries. */
                        engineVersion: string;
                    };
                };
            };
        };
    };
    explainProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kind of problem. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        documentation: string;
                    };
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An iCalendar. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description It is what the reader has. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It takes longer than anybody waits for an answer (too-slow). What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). The database does not answer (no-database). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPublishManifest"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It takes longer than anybody waits for an answer (too-slow). What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). The database does not answer (no-database). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resource a line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+ndjson": string;
                };
            };
            /** @description It is what the reader has. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It takes longer than anybody waits for an answer (too-slow). What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). The database does not answer (no-database). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateScenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The text or the data of a scenario: JSON, or YAML as application/yaml. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "praxis": 1,
                 *       "name": "Small office",
                 *       "calendar": {
                 *         "length": "4 h"
                 *       },
                 *       "staff": {
                 *         "nurse": {
                 *           "count": 1
                 *         }
                 *       },
                 *       "visitTypes": {
                 *         "visit": {
                 *           "pathway": [
                 *             {
                 *               "activity": "consult",
                 *               "needs": "nurse",
                 *               "takes": {
                 *                 "exponential": {
                 *                   "mean": "10 min"
                 *                 }
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       },
                 *       "arrivals": {
                 *         "all": {
                 *           "visitType": "visit",
                 *           "poisson": "4 per hour"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": string | {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "praxis": 1,
                 *       "name": "Small office",
                 *       "calendar": {
                 *         "length": "4 h"
                 *       },
                 *       "staff": {
                 *         "nurse": {
                 *           "count": 1
                 *         }
                 *       },
                 *       "visitTypes": {
                 *         "visit": {
                 *           "pathway": [
                 *             {
                 *               "activity": "consult",
                 *               "needs": "nurse",
                 *               "takes": {
                 *                 "exponential": {
                 *                   "mean": "10 min"
                 *                 }
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       },
                 *       "arrivals": {
                 *         "all": {
                 *           "visitType": "visit",
                 *           "poisson": "4 per hour"
                 *         }
                 *       }
                 *     }
                 */
                "application/yaml": string | {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScenarioSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For editors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemoScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text of its file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        content: string;
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateRoster: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The text or the data of a roster to be made: JSON, or YAML as application/yaml. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roster": 1,
                 *       "name": "Two days",
                 *       "start": "2026-12-07",
                 *       "days": 2,
                 *       "shifts": {
                 *         "early": {
                 *           "from": "08:00",
                 *           "to": "16:00"
                 *         }
                 *       },
                 *       "people": {
                 *         "MA-1": {
                 *           "role": "medical assistant",
                 *           "costPerHour": "$20 per hour"
                 *         },
                 *         "MA-2": {
                 *           "role": "medical assistant",
                 *           "costPerHour": "$25 per hour"
                 *         }
                 *       },
                 *       "cover": {
                 *         "normal": [
                 *           {
                 *             "shift": "early",
                 *             "people": {
                 *               "atLeast": 1
                 *             }
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": string | {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "roster": 1,
                 *       "name": "Two days",
                 *       "start": "2026-12-07",
                 *       "days": 2,
                 *       "shifts": {
                 *         "early": {
                 *           "from": "08:00",
                 *           "to": "16:00"
                 *         }
                 *       },
                 *       "people": {
                 *         "MA-1": {
                 *           "role": "medical assistant",
                 *           "costPerHour": "$20 per hour"
                 *         },
                 *         "MA-2": {
                 *           "role": "medical assistant",
                 *           "costPerHour": "$25 per hour"
                 *         }
                 *       },
                 *       "cover": {
                 *         "normal": [
                 *           {
                 *             "shift": "early",
                 *             "people": {
                 *               "atLeast": 1
                 *             }
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/yaml": string | {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRosterSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For editors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemoRoster: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text of its file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        content: string;
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The text or the data of a session whose template is to be found: JSON, or YAML as application/yaml. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "session": {
                 *         "patients": 4,
                 *         "length": "60 min",
                 *         "grid": "5 min"
                 *       },
                 *       "service": {
                 *         "exponential": {
                 *           "mean": "15 min"
                 *         }
                 *       },
                 *       "cost": {
                 *         "idle": 10,
                 *         "overtime": 15
                 *       },
                 *       "samples": 100
                 *     }
                 */
                "application/json": string | {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "session": {
                 *         "patients": 4,
                 *         "length": "60 min",
                 *         "grid": "5 min"
                 *       },
                 *       "service": {
                 *         "exponential": {
                 *           "mean": "15 min"
                 *         }
                 *       },
                 *       "cost": {
                 *         "idle": 10,
                 *         "overtime": 15
                 *       },
                 *       "samples": 100
                 *     }
                 */
                "application/yaml": string | {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTemplateSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For editors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemoTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text of its file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        content: string;
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateWeek: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The text or the data of a week of templates to be found: JSON, or YAML as application/yaml. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "week": 1,
                 *       "name": "One provider",
                 *       "zone": "America/Chicago",
                 *       "start": "2026-12-07",
                 *       "sessions": {
                 *         "morning": {
                 *           "from": "08:00",
                 *           "to": "10:00",
                 *           "grid": "15 min"
                 *         }
                 *       },
                 *       "costs": {
                 *         "wait": "$24 per hour",
                 *         "idle": "$120 per hour",
                 *         "overtime": "$180 per hour"
                 *       },
                 *       "visitTypes": {
                 *         "visit": {
                 *           "takes": {
                 *             "exponential": {
                 *               "mean": "15 min"
                 *             }
                 *           },
                 *           "demand": "4 per week",
                 *           "unmet": "$90"
                 *         }
                 *       },
                 *       "providers": {
                 *         "Dr-A": {
                 *           "role": "physician",
                 *           "sessions": {
                 *             "monday": "morning"
                 *           }
                 *         }
                 *       }
                 *     }
                 */
                "application/json": string | {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "week": 1,
                 *       "name": "One provider",
                 *       "zone": "America/Chicago",
                 *       "start": "2026-12-07",
                 *       "sessions": {
                 *         "morning": {
                 *           "from": "08:00",
                 *           "to": "10:00",
                 *           "grid": "15 min"
                 *         }
                 *       },
                 *       "costs": {
                 *         "wait": "$24 per hour",
                 *         "idle": "$120 per hour",
                 *         "overtime": "$180 per hour"
                 *       },
                 *       "visitTypes": {
                 *         "visit": {
                 *           "takes": {
                 *             "exponential": {
                 *               "mean": "15 min"
                 *             }
                 *           },
                 *           "demand": "4 per week",
                 *           "unmet": "$90"
                 *         }
                 *       },
                 *       "providers": {
                 *         "Dr-A": {
                 *           "role": "physician",
                 *           "sessions": {
                 *             "monday": "morning"
                 *           }
                 *         }
                 *       }
                 *     }
                 */
                "application/yaml": string | {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWeekSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For editors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemoWeek: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text of its file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        content: string;
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScenarios: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScenarioListed"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createScenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A scenario, as docs/scenario-format.md describes it: JSON, or YAML as application/yaml. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "praxis": 1,
                 *       "name": "Small office",
                 *       "calendar": {
                 *         "length": "4 h"
                 *       },
                 *       "staff": {
                 *         "nurse": {
                 *           "count": 1
                 *         }
                 *       },
                 *       "visitTypes": {
                 *         "visit": {
                 *           "pathway": [
                 *             {
                 *               "activity": "consult",
                 *               "needs": "nurse",
                 *               "takes": {
                 *                 "exponential": {
                 *                   "mean": "10 min"
                 *                 }
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       },
                 *       "arrivals": {
                 *         "all": {
                 *           "visitType": "visit",
                 *           "poisson": "4 per hour"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": string | {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "praxis": 1,
                 *       "name": "Small office",
                 *       "calendar": {
                 *         "length": "4 h"
                 *       },
                 *       "staff": {
                 *         "nurse": {
                 *           "count": 1
                 *         }
                 *       },
                 *       "visitTypes": {
                 *         "visit": {
                 *           "pathway": [
                 *             {
                 *               "activity": "consult",
                 *               "needs": "nurse",
                 *               "takes": {
                 *                 "exponential": {
                 *                   "mean": "10 min"
                 *                 }
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       },
                 *       "arrivals": {
                 *         "all": {
                 *           "visitType": "visit",
                 *           "poisson": "4 per hour"
                 *         }
                 *       }
                 *     }
                 */
                "application/yaml": string | {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioStored"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScenarioVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScenarioVersionListed"][];
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addScenarioVersion: {
        parameters: {
            query?: {
                /** @description The version that this one was made from; if it is not the newest, nothing is done. */
                after?: number;
            };
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description A scenario, as docs/scenario-format.md describes it: JSON, or YAML as application/yaml. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "praxis": 1,
                 *       "name": "Small office",
                 *       "calendar": {
                 *         "length": "4 h"
                 *       },
                 *       "staff": {
                 *         "nurse": {
                 *           "count": 1
                 *         }
                 *       },
                 *       "visitTypes": {
                 *         "visit": {
                 *           "pathway": [
                 *             {
                 *               "activity": "consult",
                 *               "needs": "nurse",
                 *               "takes": {
                 *                 "exponential": {
                 *                   "mean": "10 min"
                 *                 }
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       },
                 *       "arrivals": {
                 *         "all": {
                 *           "visitType": "visit",
                 *           "poisson": "4 per hour"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": string | {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "praxis": 1,
                 *       "name": "Small office",
                 *       "calendar": {
                 *         "length": "4 h"
                 *       },
                 *       "staff": {
                 *         "nurse": {
                 *           "count": 1
                 *         }
                 *       },
                 *       "visitTypes": {
                 *         "visit": {
                 *           "pathway": [
                 *             {
                 *               "activity": "consult",
                 *               "needs": "nurse",
                 *               "takes": {
                 *                 "exponential": {
                 *                   "mean": "10 min"
                 *                 }
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       },
                 *       "arrivals": {
                 *         "all": {
                 *           "visitType": "visit",
                 *           "poisson": "4 per hour"
                 *         }
                 *       }
                 *     }
                 */
                "application/yaml": string | {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioStored"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScenario: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioShown"];
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replanScenario: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioReplanInput"];
            };
        };
        responses: {
            /** @description The version is kept, and the plan is queued; older versions stay as they are. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSimulations: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
                state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SimulationJobListed"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSimulation: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationRequestInput"];
            };
        };
        responses: {
            /** @description It is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationJob"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has been cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationJob"];
                };
            };
            /** @description It will end in a moment. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followSimulation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on after this event. */
                "last-event-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `state` and `progress`, with JSON as data; the last is a state that lasts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listComparisons: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
                state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ComparisonJobListed"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createComparison: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparisonRequestInput"];
            };
        };
        responses: {
            /** @description It is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonJob"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComparison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelComparison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has been cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonJob"];
                };
            };
            /** @description It will end in a moment. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followComparison: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on after this event. */
                "last-event-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `state` and `progress`, with JSON as data; the last is a state that lasts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSweeps: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
                state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SweepJobListed"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSweep: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SweepRequestInput"];
            };
        };
        responses: {
            /** @description It is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SweepJob"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSweep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SweepJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSweep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has been cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SweepJob"];
                };
            };
            /** @description It will end in a moment. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SweepJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followSweep: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on after this event. */
                "last-event-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `state` and `progress`, with JSON as data; the last is a state that lasts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRosters: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
                state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RosterJobListed"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRoster: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterRequestInput"];
            };
        };
        responses: {
            /** @description It is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterJob"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has been cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterJob"];
                };
            };
            /** @description It will end in a moment. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replanRoster: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplanInput"];
            };
        };
        responses: {
            /** @description It is queued; the roster of the old job stays as it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterJob"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRosterAsCsv: {
        parameters: {
            query?: {
                /** @description How many weeks from the start. */
                weeks?: number;
                /** @description Whose part of it alone, in calendars. */
                person?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is a grid for spreadsheets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRosterAsPage: {
        parameters: {
            query?: {
                /** @description How many weeks from the start. */
                weeks?: number;
                /** @description Whose part of it alone, in calendars. */
                person?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is a page to print, with costs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRosterAsCalendar: {
        parameters: {
            query?: {
                /** @description How many weeks from the start. */
                weeks?: number;
                /** @description Whose part of it alone, in calendars. */
                person?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is the iCalendar of one person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followRoster: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on after this event. */
                "last-event-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `state` and `progress`, with JSON as data; the last is a state that lasts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
                state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TemplateJobListed"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateRequestInput"];
            };
        };
        responses: {
            /** @description It is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateJob"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has been cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateJob"];
                };
            };
            /** @description It will end in a moment. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on after this event. */
                "last-event-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `state` and `progress`, with JSON as data; the last is a state that lasts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWeeks: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
                state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WeekJobListed"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWeek: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeekRequestInput"];
            };
        };
        responses: {
            /** @description It is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekJob"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWeek: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelWeek: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has been cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekJob"];
                };
            };
            /** @description It will end in a moment. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWeekAsFhir: {
        parameters: {
            query?: {
                /** @description How many weeks from the start. */
                weeks?: number;
                /** @description Whose part of it alone, in calendars. */
                person?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is a FHIR R4 bundle of schedules and slots. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": string;
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWeekAsNdjson: {
        parameters: {
            query?: {
                /** @description How many weeks from the start. */
                weeks?: number;
                /** @description Whose part of it alone, in calendars. */
                person?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is the same, a resource a line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+ndjson": string;
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWeekAsCsv: {
        parameters: {
            query?: {
                /** @description How many weeks from the start. */
                weeks?: number;
                /** @description Whose part of it alone, in calendars. */
                person?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is a table for record systems. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWeekAsCalendar: {
        parameters: {
            query?: {
                /** @description How many weeks from the start. */
                weeks?: number;
                /** @description Whose part of it alone, in calendars. */
                person?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is an iCalendar, of one provider or of all. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is busy (busy). Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followWeek: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on after this event. */
                "last-event-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `state` and `progress`, with JSON as data; the last is a state that lasts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
                state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlanJobListed"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequestInput"];
            };
        };
        responses: {
            /** @description It is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has been cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description It will end in a moment. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on after this event. */
                "last-event-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `state` and `progress`, with JSON as data; the last is a state that lasts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scoreRoster: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "problem": {
                 *         "roster": 1,
                 *         "name": "Two days",
                 *         "start": "2026-12-07",
                 *         "days": 2,
                 *         "shifts": {
                 *           "early": {
                 *             "from": "08:00",
                 *             "to": "16:00"
                 *           }
                 *         },
                 *         "people": {
                 *           "MA-1": {
                 *             "role": "medical assistant",
                 *             "costPerHour": "$20 per hour"
                 *           },
                 *           "MA-2": {
                 *             "role": "medical assistant",
                 *             "costPerHour": "$25 per hour"
                 *           }
                 *         },
                 *         "cover": {
                 *           "normal": [
                 *             {
                 *               "shift": "early",
                 *               "people": {
                 *                 "atLeast": 1
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       },
                 *       "roster": {
                 *         "MA-1": [
                 *           "early",
                 *           null
                 *         ],
                 *         "MA-2": [
                 *           null,
                 *           "early"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description A roster to be made, as docs/roster-format.md describes it: as data, or as the text of a file. */
                    problem: string | {
                        [key: string]: unknown;
                    };
                    /** @description A roster: what a job has answered, or its tours alone. */
                    roster: components["schemas"]["RosterInput"] | ({
                        roster: components["schemas"]["RosterInput"];
                    } & {
                        [key: string]: unknown;
                    });
                };
            };
        };
        responses: {
            /** @description What every rule says of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterScore"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findCandidates: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "problem": {
                 *         "roster": 1,
                 *         "name": "Two days",
                 *         "start": "2026-12-07",
                 *         "days": 2,
                 *         "shifts": {
                 *           "early": {
                 *             "from": "08:00",
                 *             "to": "16:00"
                 *           }
                 *         },
                 *         "people": {
                 *           "MA-1": {
                 *             "role": "medical assistant",
                 *             "costPerHour": "$20 per hour"
                 *           },
                 *           "MA-2": {
                 *             "role": "medical assistant",
                 *             "costPerHour": "$25 per hour"
                 *           }
                 *         },
                 *         "cover": {
                 *           "normal": [
                 *             {
                 *               "shift": "early",
                 *               "people": {
                 *                 "atLeast": 1
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       },
                 *       "roster": {
                 *         "MA-1": [
                 *           "early",
                 *           null
                 *         ],
                 *         "MA-2": [
                 *           null,
                 *           "early"
                 *         ]
                 *       },
                 *       "person": "MA-1",
                 *       "date": "2026-12-07",
                 *       "shift": "early"
                 *     }
                 */
                "application/json": {
                    /** @description A roster to be made, as docs/roster-format.md describes it: as data, or as the text of a file. */
                    problem: string | {
                        [key: string]: unknown;
                    };
                    /** @description A roster: what a job has answered, or its tours alone. */
                    roster: components["schemas"]["RosterInput"] | ({
                        roster: components["schemas"]["RosterInput"];
                    } & {
                        [key: string]: unknown;
                    });
                    person: string;
                    /** @description As in 2026-12-08. */
                    date: string;
                    shift: string;
                };
            };
        };
        responses: {
            /** @description Everybody else, the best first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Candidates"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askWhyNot: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "problem": {
                 *         "roster": 1,
                 *         "name": "Two days",
                 *         "start": "2026-12-07",
                 *         "days": 2,
                 *         "shifts": {
                 *           "early": {
                 *             "from": "08:00",
                 *             "to": "16:00"
                 *           }
                 *         },
                 *         "people": {
                 *           "MA-1": {
                 *             "role": "medical assistant",
                 *             "costPerHour": "$20 per hour"
                 *           },
                 *           "MA-2": {
                 *             "role": "medical assistant",
                 *             "costPerHour": "$25 per hour"
                 *           }
                 *         },
                 *         "cover": {
                 *           "normal": [
                 *             {
                 *               "shift": "early",
                 *               "people": {
                 *                 "atLeast": 1
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       },
                 *       "roster": {
                 *         "MA-1": [
                 *           "early",
                 *           null
                 *         ],
                 *         "MA-2": [
                 *           null,
                 *           "early"
                 *         ]
                 *       },
                 *       "person": "MA-2",
                 *       "dates": [
                 *         "2026-12-07"
                 *       ],
                 *       "shift": "early"
                 *     }
                 */
                "application/json": {
                    /** @description A roster to be made, as docs/roster-format.md describes it: as data, or as the text of a file. */
                    problem: string | {
                        [key: string]: unknown;
                    };
                    /** @description A roster: what a job has answered, or its tours alone. */
                    roster: components["schemas"]["RosterInput"] | ({
                        roster: components["schemas"]["RosterInput"];
                    } & {
                        [key: string]: unknown;
                    });
                    person: string;
                    dates: string[];
                    /** @description What they should have; off for a day off; any shift unless given. */
                    shift?: string;
                    /** @default 5 */
                    timeLimitSeconds?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyNot"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    priceTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "problem": {
                 *         "session": {
                 *           "patients": 4,
                 *           "length": "60 min",
                 *           "grid": "5 min"
                 *         },
                 *         "service": {
                 *           "exponential": {
                 *             "mean": "15 min"
                 *           }
                 *         },
                 *         "cost": {
                 *           "idle": 10,
                 *           "overtime": 15
                 *         },
                 *         "samples": 100
                 *       },
                 *       "times": [
                 *         0,
                 *         15,
                 *         30,
                 *         45
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The session: as data, or as the text of a file. */
                    problem: string | {
                        [key: string]: unknown;
                    };
                    /** @description Minutes after the start, one for each patient in the order of being seen. */
                    times: number[];
                    /** @default 1 */
                    seed?: number | string;
                };
            };
        };
        responses: {
            /** @description What is to be expected. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateCost"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findNextSlots: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitWantedInput"];
            };
        };
        responses: {
            /** @description The places that are left. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextSlots"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Key"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "calendar of the front desk",
                 *       "scopes": [
                 *         "read"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What it is for. */
                    name: string;
                    /** @description read: to look; plan: to keep scenarios and compute; train; admin: to give out keys. */
                    scopes: ("read" | "plan" | "train" | "admin")[];
                    /**
                     * Format: date-time
                     * @description When it stops opening anything; never unless given.
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyMade"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It opens nothing any more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://tool.example/praxis",
                 *       "events": [
                 *         "job.succeeded"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Where to: https://tool.example/praxis */
                    url: string;
                    /**
                     * @description Which events it is told; null: all.
                     * @default null
                     */
                    events?: ("job.succeeded" | "job.failed" | "job.cancelled")[] | null;
                };
            };
        };
        responses: {
            /** @description The webhook. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is told nothing more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "paused": true
                 *     }
                 */
                "application/json": {
                    /** @description Where to: https://tool.example/praxis */
                    url?: string;
                    /** @description Which events it is told; null: all. */
                    events?: ("job.succeeded" | "job.failed" | "job.cancelled")[] | null;
                    /** @description While it is paused nothing is announced to it, and what was to be told is given up. */
                    paused?: boolean;
                };
            };
        };
        responses: {
            /** @description The webhook as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook with its new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description The request cannot be read (malformed-request). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request (key-used). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be told at once. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description The request cannot be read (malformed-request). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request (key-used). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be told at once. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description The request cannot be read (malformed-request). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request (key-used). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeeds: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description Where to go on: what the last part of the list gave as next. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            jobId: string;
                            person: string | null;
                            weeks: number;
                            /** @description How often it was given another plan. */
                            sequence: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "jobId": "7d9f1c62-3c0e-4b7e-9a51-0f6f2f4f6f11",
                 *       "person": "MA-1"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The roster or the week that is shown: a job with a plan.
                     */
                    jobId: string;
                    /** @description Whose part of it alone; of a roster somebody has to be named. */
                    person?: string;
                    /**
                     * @description How many weeks ahead slots are told.
                     * @default 4
                     */
                    weeks?: number;
                };
            };
        };
        responses: {
            /** @description The feed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedWithAddresses"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is shown no more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        jobId: string;
                        person: string | null;
                        weeks: number;
                        /** @description How often it was given another plan. */
                        sequence: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the same key and body the first answer is given again, and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "jobId": "7d9f1c62-3c0e-4b7e-9a51-0f6f2f4f6f11"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The roster or the week that is shown: a job with a plan.
                     */
                    jobId: string;
                };
            };
        };
        responses: {
            /** @description The feed as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            /** @description The request cannot be read (malformed-request). The request does not have the documented shape (wrong-shape). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed (no-key). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key does not allow this (not-allowed). */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing at this address (not-found). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has gone another way meanwhile (conflict). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large (too-large). */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This media type is not understood (media-type). */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is asked for cannot be done (invalid). The idempotency key belongs to another request (key-used). It takes longer than anybody waits for an answer (too-slow). */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (too-many-requests). */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong that is not your fault (internal). */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Whoever issues tokens does not answer (no-issuer). The service is busy (busy). */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
