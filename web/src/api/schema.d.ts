// Generated from docs/openapi.json by "npm run generate"; do not edit.
export interface paths {
    "/api/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Várias respostas num só pedido, cada uma como o seu endereço a daria */
        get: operations["about.answers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** O que as regras sabem da fábrica: estados, famílias, gravidades, classes de erros, fases que contam */
        get: operations["about.factory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * O que os dados suportam
         * @description Cada critério compara a parte das linhas que trazem um campo com a parte que a resposta precisa.
         */
        get: operations["evidence.gates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** As cargas, da mais recente para a mais antiga */
        get: operations["ingestion.runs"];
        put?: never;
        /** Pede a carga de um ficheiro: enviado no pedido, ou da pasta de entrada */
        post: operations["ingestion.post_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/runs/{a}/diff/{b}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** O que mudou entre duas cargas publicadas; a mais antiga conta como a primeira */
        get: operations["ingestion.diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Uma carga, folha a folha; enquanto decorre, até onde chegou */
        get: operations["ingestion.run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/runs/{run_id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** O que corrigir no ERP: as linhas que uma carga rejeitou e os avisos das que entraram */
        get: operations["ingestion.corrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/runs/{run_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * O andamento de uma carga, à medida que muda (server-sent events)
         * @description Eventos «progress» com a carga como /api/ingestion/runs/{run_id} a diz, e um «end» quando acaba; depois a ligação fecha-se.
         */
        get: operations["ingestion.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/runs/{run_id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** As linhas que uma carga rejeitou, com a razão */
        get: operations["ingestion.rejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingestion/runs/{run_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** O relatório de uma carga: contas, tempos, desvios, o que ficou suportado */
        get: operations["ingestion.report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issue-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Avisos aos dados, contados por tipo
         * @description Os avisos que duram, contados por tipo e tabela; primeiro os erros, depois os de mais linhas.
         */
        get: operations["evidence.issue_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Avisos aos dados
         * @description O que se encontrou nos dados que contradiz o resto ou não serve, com a carga em que se viu primeiro.
         */
        get: operations["evidence.issues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** As tarefas, da mais recente para a mais antiga */
        get: operations["jobs.list"];
        put?: never;
        /** Pede uma tarefa; a carga de um ficheiro pede-se em /api/ingestion/runs */
        post: operations["jobs.run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Uma tarefa: como está, o que contou de si, como acabou */
        get: operations["jobs.status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancela uma tarefa: a que espera sai da fila, a que decorre para quando pode */
        post: operations["jobs.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** As chaves que há, sem os segredos */
        get: operations["keys.list"];
        put?: never;
        /**
         * Cria uma chave para ler ou para operar; o seu texto só vem nesta resposta
         * @description As que veem nomes (hr) fazem-se na máquina, com «prodplan keys create --role hr».
         */
        post: operations["keys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{key_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uma chave deixa de servir, já na chamada seguinte */
        post: operations["keys.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/bonus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prémio à peça por fase e mês, e o que se pagou duas vezes
         * @description Soma de FaseOf_CoeficienteX (euros) das fases acabadas nos meses do período; à parte, a das fases de retorno, e a das que se pagaram à mesma ordem mais vezes do que a rota tem a fase. Sem from nem to, o mês do ficheiro e os dois antes dele.
         */
        get: operations["kpis.bonus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/by-employee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Indicadores por funcionário
         * @description Por funcionário, sob pseudónimo, nos meses do período (três até ao momento do ficheiro, se não se pede outro): participações em fases, chefias, retrabalho, e durações face à mediana da própria fase.
         */
        get: operations["kpis.by_employee"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/by-phase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Indicadores por fase
         * @description Por fase: as que acabaram nos meses do período e quantas eram retrabalho, as ordens que lá estão no momento do ficheiro, e quanto a fase costuma demorar. Sem from nem to, o mês do ficheiro e os dois antes dele.
         */
        get: operations["kpis.by_phase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/by-product": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Indicadores por produto
         * @description Por produto: ordens acabadas no período com o seu prazo e retrabalho, cumprimento das que venceram no período, e as que estão em curso no momento do ficheiro; mais acabadas primeiro. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["kpis.by_product"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Indicadores: história
         * @description Os indicadores como estavam no momento de cada ficheiro, um por dia do ficheiro; a última carga de um dia é a que fica.
         */
        get: operations["kpis.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Indicadores: panorama
         * @description Prazo, ritmo, em curso médio e retrabalho das ordens acabadas no período; cumprimento das que venceram no período; ordens em curso no momento do ficheiro. Ao lado, os do período anterior e os de sempre. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["kpis.overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/skill-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Competências: por fase, quem está apto, quem lá trabalha e os barcos que lá estão
         * @description Por fase de trabalho, no momento do ficheiro: funcionários aptos, quantos deles ao serviço, quantas pessoas participaram nela nos 90 dias até ao do ficheiro, quantas delas fazem quatro quintos do trabalho, as ordens por entregar que lá estão, e porque é frágil.
         */
        get: operations["kpis.skill_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpis/team-size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tamanho da equipa por fase, e a duração que a acompanha
         * @description Das fases de trabalho acabadas no ano até ao ficheiro: quantas pessoas nelas participaram, a duração (média geométrica) por tamanho da equipa, e por que fator a duração vai com uma pessoa a mais, entre fases da mesma família no mesmo mês. É uma associação, não uma causa.
         */
        get: operations["kpis.team_size"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Correspondências entre folhas
         * @description De cada coluna que refere outra folha: quantas linhas, e quantos valores diferentes, têm par.
         */
        get: operations["evidence.match_rates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/ageing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Idade do que está em curso, marco a marco
         * @description Ordens por acabar, sem zombies, com a sua idade ao lado da idade que tinham as acabadas no último ano ao deixarem o mesmo marco; primeiro as que já passaram o percentil 95.
         */
        get: operations["prodplan.ageing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/boats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Todas as ordens de uma vez, em colunas
         * @description Todas as ordens do ficheiro, uma coluna por campo, com o estado, a situação do prazo e a idade no momento do ficheiro.
         */
        get: operations["prodplan.boats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/bottlenecks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * O que trava: dias para escoar cada fase
         * @description Ordens paradas na fase a dividir pelas ordens distintas que a acabam por dia de fábrica ativo, nos últimos 20 desses dias, com o intervalo; o ritmo ao lado do melhor da fase no último ano e do da fábrica inteira.
         */
        get: operations["prodplan.bottlenecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * O que se fez, face à rota
         * @description Das ordens acabadas no período, as fases pela ordem em que começaram alinhadas com a rota de hoje do modelo: passos saltados, sem data, repetidos, trocados e acrescentados, e os dias que cada desvio acompanha. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["prodplan.conformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/cumulative_flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fluxo acumulado por marco
         * @description Ao fim de cada dia ou semana do período, quantas ordens já tinham sido criadas, começadas, desmoldadas, passadas no controlo final e acabadas, contadas a partir das acabadas antes do período. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["prodplan.cumulative_flow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quando acaba cada ordem por entregar, e porquê
         * @description Ordens por entregar, com os dias até aos quais acaba metade, quatro em cada cinco, nove em cada dez e dezanove em cada vinte das ordens assim, as fases que lhes faltam e a primeira razão de uma lista que se cumpre.
         */
        get: operations["prodplan.forecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/lead_time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Para onde vai o tempo de entrega
         * @description Das ordens acabadas no período, o tempo da criação ao acabamento repartido, ao segundo, por antes da primeira fase, trabalho, processo, espera entre fases, retrabalho e depois da última fase; médias por ordem. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["prodplan.lead_time"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/order-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ordens de fabrico, contadas por estado e por situação do prazo
         * @description As ordens que cumprem todos os filtros, como em orders, contadas; zombies à parte.
         */
        get: operations["prodplan.order_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ordens de fabrico
         * @description Ordens que cumprem todos os filtros, com o estado, a situação do prazo e a idade no momento do ficheiro.
         */
        get: operations["prodplan.orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/orders/{of_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Uma ordem de fabrico
         * @description O que o ficheiro diz de uma ordem: onde está, desde quando, o que já se fez e o prazo.
         */
        get: operations["prodplan.order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/orders/{of_id}/phases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As fases de uma ordem no tempo
         * @description As fases que a ordem teve, pela ordem em que começaram, ao lado da rota do produto; a espera conta-se desde o fim da última fase.
         */
        get: operations["prodplan.order_phases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/output": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quantos barcos saem nas próximas 4 e 8 semanas
         * @description Barcos que se espera que acabem nos 28 e nos 56 dias a contar do dia do ficheiro: a média de três contas, com o intervalo tirado do que as mesmas contas falharam em semanas passadas.
         */
        get: operations["prodplan.output"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/phases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As fases do catálogo, pela ordem da fábrica
         * @description Todas as fases do catálogo por Fase_Sequencia, com o número de modelos cuja rota-padrão as tem e o lugar mediano que nela ocupam.
         */
        get: operations["prodplan.phases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Que dia se pode prometer a uma ordem nova
         * @description Dias até aos quais acaba metade, quatro em cada cinco, nove em cada dez e dezanove em cada vinte das ordens novas deste modelo, e a parte que se espera acabada no dia pedido.
         */
        get: operations["prodplan.promise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lançar contra acabar
         * @description Ordens criadas contra acabadas no período, o que está em curso, e quantas ordens em curso cabem num tempo de entrega pedido ao ritmo a que se acabou (lei de Little), com os meses que mostram quanto ela acerta. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["prodplan.release"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/restatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * O que cada ficheiro disse de um dia passado
         * @description Por dia do período, quantas ordens acabaram (ou foram criadas) nesse dia segundo cada carga posterior: o que se via à primeira, o que se vê agora, e que cargas o mudaram. Sem from nem to, os 30 dias até ao do ficheiro, incluído.
         */
        get: operations["prodplan.restatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/rework_cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quanto tempo de entrega custa o retrabalho
         * @description Das ordens acabadas no período, o tempo de entrega das que tiveram retrabalho menos o das outras da mesma família acabadas no mesmo mês, em média por ordem, com o intervalo. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["prodplan.rework_cost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/risk_queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ordens em risco de atraso
         * @description Ordens por entregar com dia previsto, pelos dias entre esse dia e o acabamento esperado: o dia até ao qual acaba metade das ordens da mesma idade, família e produto.
         */
        get: operations["prodplan.risk_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/risk_queue/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quanto acerta a previsão dos dias que faltam
         * @description Perda e cobertura da previsão em dias passados, feita só com o que até aí acontecera, ao lado das de uma linha de base, por corte, família e quantil.
         */
        get: operations["prodplan.risk_backtest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/risk_queue/late_chance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A probabilidade de atraso: quanto acerta, ou porque não se responde
         * @description Probabilidade de a ordem acabar depois do dia previsto, só a partir de dias previstos que cargas anteriores viram; decide-se no primeiro dia de cada mês.
         */
        get: operations["prodplan.late_chance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/routes/{produto_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A rota de um produto
         * @description As fases da rota do produto como é hoje, com a mediana e o p90 do que cada uma demorou na família nos últimos 12 meses.
         */
        get: operations["prodplan.route"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/schedule/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * O que está em curso, por fase
         * @description Ordens por entregar contadas uma vez, na fase atual (Of_FaseId); idades até ao dia do ficheiro; zombies à parte.
         */
        get: operations["prodplan.schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Expedições: barcos por dia previsto
         * @description Ordens por entregar, sem zombies, por dia de expedição previsto: em que estado estão, quantas em risco, e quantas se espera que estejam acabadas até esse dia.
         */
        get: operations["prodplan.shipments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prodplan/waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Esperas entre fases
         * @description Por fase deixada e fase começada no período, os dias que os barcos estiveram sem nenhuma fase a decorrer até ela começar; primeiro as que somam mais dias. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["prodplan.waits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Perfil das tabelas
         * @description De cada coluna: linhas preenchidas e vazias, menor e maior valor, média; os nomes não se mostram.
         */
        get: operations["evidence.profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * O que está publicado, sempre que muda (server-sent events)
         * @description Um evento «publication» com run_id, data_version e as_of logo ao ligar e em cada publicação; «end» quando o servidor para: a ligação fecha-se e pode voltar a abrir-se.
         */
        get: operations["publication.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/by-phase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade por fase
         * @description Defeitos do barco que cada fase causou e que cada fase encontrou, dos barcos que passaram a primeira inspeção no período. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["quality.by_phase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/by-product": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade por produto
         * @description Por produto e tipo de rota, os barcos que passaram a primeira inspeção no período e os seus defeitos, mais defeitos primeiro; também os produtos que Modelos não conhece. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["quality.by_product"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/defect-boats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: as ordens que têm as linhas de erro pedidas
         * @description Ordens com pelo menos uma linha de erro que passa em todos os filtros, com o número dessas linhas; sem período, também as de barcos que ainda não passaram a primeira inspeção.
         */
        get: operations["quality.defect_boats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/defect-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: as linhas de erro por trás de uma classe ou de um texto
         * @description As linhas de erro, barco a barco, do que passou a primeira inspeção mais tarde para o que a passou mais cedo; sem período, também as de barcos que ainda não a passaram.
         */
        get: operations["quality.defect_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/defect-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: os textos das linhas de erro e a sua classe
         * @description Cada texto das linhas de erro dos barcos que passaram a primeira inspeção no período, com a classe que as regras ou alguém lhe deram e quantas linhas o dizem.
         */
        get: operations["quality.defect_texts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/escape": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: a que distância da fase culpada se encontram os defeitos
         * @description Defeitos do barco com fase culpada, dos barcos que passaram a primeira inspeção no período: passos da rota e dias entre a fase culpada e a que os encontrou, e a parte que só o controlo final encontrou. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["quality.escape"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/heatmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: fase que encontra x fase culpada
         * @description Defeitos do barco por fase que os encontrou e fase que os causou, dos barcos que passaram a primeira inspeção no período; só as células com defeitos, e à parte (culpada null) os que não a nomeiam. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["quality.heatmap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: os dez primeiros barcos de um modelo, contra a sua família
         * @description Dos modelos novos, os defeitos dos seus primeiros dez barcos a passar a primeira inspeção, contra os que teriam à taxa dos outros modelos da família no mesmo mês; os barcos 11 a 50 ao lado.
         */
        get: operations["quality.learning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/lost-passes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: que defeitos custam primeiras passagens
         * @description Dos barcos que passaram a primeira inspeção no período com algum defeito, quantos têm um de cada categoria e quantos só têm desses: um barco conta em todas as categorias em que tem defeitos. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["quality.lost_passes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: panorama
         * @description Barcos pelo dia em que passaram a primeira inspeção (desmolde, ou controlo final onde não o há), e os defeitos desses mesmos barcos; linhas sobre moldes e linhas que passaram ao lado; com fase_id, só os defeitos causados por essa fase. Ao lado, os do período anterior e os de sempre. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["quality.overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/pareto": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: Pareto dos defeitos
         * @description Defeitos do barco por categoria, da mais para a menos frequente, com a parte acumulada, dos barcos que passaram a primeira inspeção no período. Sem from nem to, os 90 dias até ao do ficheiro, incluído.
         */
        get: operations["quality.pareto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: risco por produto e fase culpada
         * @description Por produto e fase culpada, os barcos com pelo menos um defeito da fase a dividir pelos que teriam se tivessem a taxa de toda a fábrica nos mesmos meses e no mesmo tipo de rota; essa razão é puxada para a dos produtos (beta-binomial) e tem um intervalo de 95 %, de que sai o nível.
         */
        get: operations["quality.risk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/standardised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: defeitos padronizados pela mistura de modelos, com CUSUM
         * @description Por mês em que os barcos passaram a primeira inspeção, os defeitos que tiveram contra os que os mesmos barcos teriam às taxas que o seu modelo teve nos meses de base; a soma acumulada (CUSUM) dos desvios dá alarme.
         */
        get: operations["quality.standardised"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Qualidade: evolução (carta u')
         * @description Defeitos por 100 barcos, por mês ou semana em que os barcos passaram a primeira inspeção; cada período é julgado por uma carta u' de Laney contra os 12 meses inteiros (52 semanas) antes dele, ou contra os que se pedem.
         */
        get: operations["quality.trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** As consultas SQL que estão por trás das respostas */
        get: operations["about.queries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** O texto de uma consulta, que se pode colar no psql */
        get: operations["about.query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** O que se faz sozinho, e quando */
        get: operations["jobs.schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** As perguntas que se podem fazer, com a definição de cada indicador */
        get: operations["about.services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** O que quem pergunta pode fazer, com a chave ou a sessão que traz */
        get: operations["session.state"];
        put?: never;
        /** Inicia a sessão de um navegador: a chave vem uma vez, em Authorization; depois vale o cookie */
        post: operations["session.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Termina a sessão deste navegador; sem sessão nada acontece */
        post: operations["session.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** O que está definido para todos: quanto vale, quem o decidiu, quando conta, e o que o ambiente fixa */
        get: operations["settings.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide uma definição para todos; fica registado quem e quando */
        post: operations["settings.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quem mudou que definição, e quando: as 200 mudanças mais recentes */
        get: operations["settings.changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/text-class": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a classe de um texto de erro em vez das regras; conta já, e fica registado quem e quando */
        post: operations["settings.classify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/smartinventory/consumption_estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consumo de materiais
         * @description Material consumido por ordem; o ficheiro não traz saídas de armazém, por isso não se estima.
         */
        get: operations["smartinventory.consumption_estimate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/smartinventory/gelcoat_theoretical_usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gelcoat teórico
         * @description TEÓRICO: ordens criadas no mês vezes as quantidades de gelcoat do seu modelo (deck e casco); não é o que se gastou. Os limites são de kg por ordem.
         */
        get: operations["smartinventory.gelcoat_theoretical_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/smartinventory/wip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trabalho em curso, por fase, produto e família
         * @description Ordens por entregar (CREATED, IN_PROGRESS, AWAITING_SHIPPING), cada uma contada uma vez; zombies à parte.
         */
        get: operations["smartinventory.wip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/smartinventory/wip_mass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Massa em curso
         * @description Massa das ordens começadas e por entregar: o peso medido, senão o do modelo, senão desconhecida; os limites são de kg por ordem.
         */
        get: operations["smartinventory.wip_mass"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unanswerable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * O que estes dados não respondem
         * @description Perguntas que se fazem e que as nove folhas não respondem, com o que teria de vir a mais.
         */
        get: operations["evidence.unanswerable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** O processo responde */
        get: operations["health.live"];
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
        /** Está tudo o que é preciso para responder */
        get: operations["health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Medidas do próprio programa, para o Prometheus */
        get: operations["health.metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        EvidenceGatesAnswer: {
            data: components["schemas"]["EvidenceGatesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["EvidenceGatesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        EvidenceGatesData: {
            covered_rows: number;
            figure: string | null;
            gate: string;
            highest: number | null;
            /** @description Se às linhas que faltam acontecesse sempre o contrário */
            lowest: number | null;
            /** @description O que se conta */
            measured: string;
            measured_en: string;
            /** @description A pergunta que depende dela */
            question: string;
            question_en: string;
            rate: number | null;
            reason: string;
            reason_en: string;
            remedy: string;
            remedy_en: string;
            rows: number;
            /** @enum {string} */
            state: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
            threshold: number | null;
            value: number | null;
        }[];
        EvidenceIssueKindsAnswer: {
            data: components["schemas"]["EvidenceIssueKindsData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["EvidenceIssueKindsData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        EvidenceIssueKindsData: {
            /** @description A tabela ou a folha */
            entity: string;
            explanation: string;
            explanation_en: string;
            /** @description A carga em que se viu o primeiro dos que duram */
            first_run_id: number;
            how_to_fix: string;
            how_to_fix_en: string;
            /** @description Quantos avisos duram */
            issues: number;
            rows: number;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            title_en: string;
            /** @description O tipo, em poucas palavras */
            title_pt: string;
            type: string;
        }[];
        EvidenceIssuesAnswer: {
            data: components["schemas"]["EvidenceIssuesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["EvidenceIssuesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        EvidenceIssuesData: {
            /** @description A tabela ou a folha */
            entity: string;
            explanation: string;
            /** @description A carga em que se viu primeiro */
            first_run_id: number;
            how_to_fix: string;
            issue_id: number;
            /** @description Números de funcionários só os vê quem pode ver nomes; aos outros, *** */
            key: string;
            last_run_id: number | null;
            /** @description A carga em que já não se viu; null enquanto dura */
            resolved_run_id: number | null;
            rows: number;
            /** @description Até 5 das linhas */
            sample: {
                [key: string]: unknown;
            }[];
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            type: string;
        }[];
        EvidenceMatchRatesAnswer: {
            data: components["schemas"]["EvidenceMatchRatesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["EvidenceMatchRatesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        EvidenceMatchRatesData: {
            column_name: string;
            distinct_values: number;
            matched_rows: number;
            matched_values: number;
            /** @description Linhas que não referem nada */
            null_rows: number;
            orphan_examples: {
                rows: number;
                /** @description null: o número de um funcionário, para quem não pode ver nomes */
                value: number | null;
            }[];
            parents: number;
            parents_with_child: number;
            referred_column: string;
            referred_table: string;
            referring_rows: number;
            /** @description Parte das linhas que encontram o que referem */
            row_rate: number | null;
            rows: number;
            table_name: string;
            /** @description Parte dos valores diferentes que existem: outro número */
            value_rate: number | null;
        }[];
        EvidenceProfileAnswer: {
            data: components["schemas"]["EvidenceProfileData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["EvidenceProfileData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        EvidenceProfileData: {
            about: string;
            column_name: string;
            empty: number;
            filled: number;
            /** @description O cabeçalho no ficheiro */
            header: string;
            highest: string | null;
            kind: string;
            /** @description O menor valor; de um texto, o menor comprimento. Nunca de nomes; de números de funcionários só a quem pode ver nomes */
            lowest: string | null;
            /** @description Só de números e de sim/não (parte de sim) */
            mean: number | null;
            personal: boolean;
            rows: number;
            table_name: string;
            unit: string;
        }[];
        EvidenceUnanswerableAnswer: {
            data: components["schemas"]["EvidenceUnanswerableData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["EvidenceUnanswerableData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        EvidenceUnanswerableData: {
            needs_en: string;
            /** @description O que a exportação teria de trazer */
            needs_pt: string;
            question: string;
            title_en: string;
            title_pt: string;
            why_en: string;
            why_pt: string;
        }[];
        Job: {
            cancelling: boolean;
            due_at: string | null;
            error: {
                code: string;
                message: string;
                remedy: string;
            } | null;
            finished_at: string | null;
            id: string;
            name: string;
            params: unknown;
            posted_at: string;
            /** @description O que contou de si; de uma carga: run_id, stage, sheets */
            progress: unknown;
            result: unknown;
            /** @description A carga que a tarefa faz ou fez; null enquanto nenhuma começou */
            run_id: number | null;
            /** @description O que a pede pelo relógio; null se foi alguém */
            schedule: string | null;
            started_at: string | null;
            /** @description Quantas vezes começou */
            starts: number;
            /** @enum {string} */
            state: "waiting" | "delayed" | "active" | "completed" | "failed";
        };
        Key: {
            /** @description UTC */
            created_at: string;
            key_id: string;
            /** @description Para quem, ou para quê */
            label: string;
            /** @description UTC */
            last_used_at: string | null;
            /** @description UTC; desde então não abre nada */
            revoked_at: string | null;
            /** @enum {string} */
            role: "reader" | "operator" | "hr";
        };
        KpisBonusAnswer: {
            data: components["schemas"]["KpisBonusData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["KpisBonusData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        KpisBonusData: {
            bonus_total_eur: number;
            fase_id: number | null;
            fase_nome: string | null;
            /** @description all: todas juntas; o número da fase, ou o mês (AAAA-MM) */
            name: string;
            paid_twice: number;
            paid_twice_eur: number;
            /** @description Do prémio todo */
            paid_twice_share: number | null;
            phases_finished: number;
            rework_bonus_eur: number;
            reworks: number;
            /** @description Destas, as que têm CoeficienteX acima de 0 */
            reworks_paid: number;
        }[];
        KpisByEmployeeAnswer: {
            data: components["schemas"]["KpisByEmployeeData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["KpisByEmployeeData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        KpisByEmployeeData: {
            distinct_phases: number;
            duration_ratio: number | null;
            durations: number;
            /** @description null para quem não pode ver nomes */
            funcionario_id: number | null;
            /** @description null para quem não pode ver nomes */
            funcionario_nome: string | null;
            led_phases: number;
            participations: number;
            /** Format: date */
            period_from: string;
            /** Format: date */
            period_to: string;
            pseudonym: string;
            rank: number;
            rework_participations: number;
            rework_share: number | null;
        }[];
        KpisByPhaseAnswer: {
            data: components["schemas"]["KpisByPhaseData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["KpisByPhaseData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        KpisByPhaseData: {
            active_days: number;
            duration_hours_median: number | null;
            duration_hours_p90: number | null;
            durations: number;
            fase_id: number;
            fase_nome: string | null;
            finished_per_active_day: number | null;
            is_automatic: boolean | null;
            is_production: boolean | null;
            phases_finished: number;
            rework_rate: number | null;
            reworks: number;
            wip_orders: number;
            zombies: number;
        }[];
        KpisByProductAnswer: {
            data: components["schemas"]["KpisByProductData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["KpisByProductData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        KpisByProductData: {
            due_on_time: number;
            due_orders: number;
            familia: string | null;
            finished_orders: number;
            lead_time_days_median: number | null;
            lead_time_days_p90: number | null;
            lead_time_orders: number;
            on_time_rate: number | null;
            phases_finished: number;
            /** @description null: ordens sem produto */
            produto_id: number | null;
            /** @description null: Modelos não conhece o produto */
            produto_nome: string | null;
            rank: number;
            rework_rate: number | null;
            reworks: number;
            wip_orders: number;
            zombies: number;
        }[];
        KpisHistoryAnswer: {
            data: components["schemas"]["KpisHistoryData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["KpisHistoryData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        KpisHistoryData: {
            as_of: string;
            /** Format: date */
            day: string;
            /** @description Versão da definição: valores de versões diferentes não se comparam */
            definition: number;
            indicator: string;
            /** @description O que o indicador conta */
            meaning: string;
            /** @description Linhas em que o valor assenta */
            rows: number;
            run_id: number;
            value: number | null;
            /** @description Carga (rollback) que retirou o ficheiro de que o valor é; null: não foi retirado */
            withdrawn_by: number | null;
        }[];
        KpisOverviewAnswer: {
            data: components["schemas"]["KpisOverviewData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["KpisOverviewData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        KpisOverviewData: {
            active_days: number | null;
            /** @description Desde sempre */
            all_time: {
                figures: {
                    active_days: number;
                    /** @description Acabadas depois do dia previsto */
                    due_late: number;
                    due_on_time: number;
                    due_orders: number;
                    /** @description Vencidas e ainda por entregar */
                    due_still_open: number;
                    finished_orders: number;
                    finished_per_active_day: number | null;
                    first_due_on_time: number;
                    /** @description Ordens cujo primeiro dia previsto cai no período e já venceu */
                    first_due_orders: number;
                    lead_time_days_mean: number | null;
                    lead_time_days_median: number | null;
                    lead_time_days_p90: number | null;
                    lead_time_orders: number;
                    littles_law: {
                        /** @description Dias de calendário contados */
                        days: number;
                        /** @description (wip_average - wip_expected) / wip_expected */
                        deviation: number;
                        /** @description Ordens acabadas por dia de calendário */
                        finished_per_day: number;
                        /** @description Da diferença, em ordens: o que está em mão cresceu ou envelheceu */
                        from_ageing: number;
                        /** @description ... ordens que passaram a zombie sem acabar */
                        from_left_behind: number;
                        /** @description ... zombies que acabaram */
                        from_zombies_finished: number;
                        meaning: string;
                        /** @description finished_per_day x prazo médio */
                        wip_expected: number;
                        /** @description Ordens em curso na véspera do primeiro dia */
                        wip_first: number;
                        /** @description Ordens em curso no fim do último dia */
                        wip_last: number;
                    } | null;
                    on_time_rate: number | null;
                    /** @description O mesmo contra o primeiro dia previsto que uma carga viu; null se venceram menos de 5 */
                    on_time_rate_first: number | null;
                    orders_with_rework_share: number | null;
                    phases_finished: number;
                    rework_rate: number | null;
                    reworks: number;
                    wip_average: number | null;
                } | null;
                /** @description Porque não há valores, ou porque valem menos */
                reason: string | null;
                /** @enum {string} */
                status: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                support: {
                    gates: {
                        gate: string;
                        rate: number | null;
                        /** @enum {string} */
                        state: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                    }[];
                    rows_excluded: {
                        reason: string;
                        rows: number;
                    }[];
                    rows_used: number;
                };
                window: components["schemas"]["Window"];
            };
            due_late: number | null;
            due_on_time: number | null;
            due_orders: number | null;
            due_still_open: number | null;
            finished_orders: number | null;
            finished_per_active_day: number | null;
            first_due_on_time: number | null;
            first_due_orders: number | null;
            lead_time_days_mean: number | null;
            lead_time_days_median: number | null;
            lead_time_days_p90: number | null;
            lead_time_orders: number | null;
            littles_law: {
                /** @description Dias de calendário contados */
                days: number;
                /** @description (wip_average - wip_expected) / wip_expected */
                deviation: number;
                /** @description Ordens acabadas por dia de calendário */
                finished_per_day: number;
                /** @description Da diferença, em ordens: o que está em mão cresceu ou envelheceu */
                from_ageing: number;
                /** @description ... ordens que passaram a zombie sem acabar */
                from_left_behind: number;
                /** @description ... zombies que acabaram */
                from_zombies_finished: number;
                meaning: string;
                /** @description finished_per_day x prazo médio */
                wip_expected: number;
                /** @description Ordens em curso na véspera do primeiro dia */
                wip_first: number;
                /** @description Ordens em curso no fim do último dia */
                wip_last: number;
            } | null;
            on_time_rate: number | null;
            /** @description O mesmo contra o primeiro dia previsto que uma carga viu; null se venceram menos de 5 */
            on_time_rate_first: number | null;
            orders_with_rework_share: number | null;
            phases_finished: number | null;
            /** @description O período de igual duração logo antes; null se o pedido não tem começo */
            previous: {
                figures: {
                    active_days: number;
                    /** @description Acabadas depois do dia previsto */
                    due_late: number;
                    due_on_time: number;
                    due_orders: number;
                    /** @description Vencidas e ainda por entregar */
                    due_still_open: number;
                    finished_orders: number;
                    finished_per_active_day: number | null;
                    first_due_on_time: number;
                    /** @description Ordens cujo primeiro dia previsto cai no período e já venceu */
                    first_due_orders: number;
                    lead_time_days_mean: number | null;
                    lead_time_days_median: number | null;
                    lead_time_days_p90: number | null;
                    lead_time_orders: number;
                    littles_law: {
                        /** @description Dias de calendário contados */
                        days: number;
                        /** @description (wip_average - wip_expected) / wip_expected */
                        deviation: number;
                        /** @description Ordens acabadas por dia de calendário */
                        finished_per_day: number;
                        /** @description Da diferença, em ordens: o que está em mão cresceu ou envelheceu */
                        from_ageing: number;
                        /** @description ... ordens que passaram a zombie sem acabar */
                        from_left_behind: number;
                        /** @description ... zombies que acabaram */
                        from_zombies_finished: number;
                        meaning: string;
                        /** @description finished_per_day x prazo médio */
                        wip_expected: number;
                        /** @description Ordens em curso na véspera do primeiro dia */
                        wip_first: number;
                        /** @description Ordens em curso no fim do último dia */
                        wip_last: number;
                    } | null;
                    on_time_rate: number | null;
                    /** @description O mesmo contra o primeiro dia previsto que uma carga viu; null se venceram menos de 5 */
                    on_time_rate_first: number | null;
                    orders_with_rework_share: number | null;
                    phases_finished: number;
                    rework_rate: number | null;
                    reworks: number;
                    wip_average: number | null;
                } | null;
                /** @description Porque não há valores, ou porque valem menos */
                reason: string | null;
                /** @enum {string} */
                status: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                support: {
                    gates: {
                        gate: string;
                        rate: number | null;
                        /** @enum {string} */
                        state: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                    }[];
                    rows_excluded: {
                        reason: string;
                        rows: number;
                    }[];
                    rows_used: number;
                };
                window: components["schemas"]["Window"];
            } | null;
            rework_rate: number | null;
            reworks: number | null;
            window: components["schemas"]["Window"];
            wip_average: number | null;
            wip_awaiting_shipping: number;
            wip_created: number;
            wip_in_progress: number;
            wip_orders: number;
            zombies: number;
        };
        KpisSkillCoverageAnswer: {
            data: components["schemas"]["KpisSkillCoverageData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["KpisSkillCoverageData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        KpisSkillCoverageData: {
            /** @description Pessoas que fazem quatro quintos das participações */
            carrying: number | null;
            fase_id: number;
            fase_nome: string | null;
            fase_sequencia: number | null;
            /** @description Porque é frágil; null: não é, ou não há lá nada */
            fragile: ("ONLY_UNQUALIFIED" | "NOBODY_ACTIVE" | "ONE_ACTIVE" | "NOBODY_WORKS" | "ONE_WORKS" | "ONE_CARRIES") | null;
            /** @description Os nomes dos aptos ao serviço, para quem os pode ver (papel hr); null para os outros */
            names: string | null;
            /** @description Ordens por entregar que lá estão, sem zombies */
            orders: number;
            /** @description Destas, as que ninguém tem em mãos */
            orders_waiting: number;
            participations: number | null;
            qualified: number;
            qualified_active: number;
            /** @description Dos aptos ao serviço, os que lá trabalharam */
            ready_worked: number | null;
            /** @description null se não se sabe quem fez o quê (critério employee_productivity) */
            worked: number | null;
            /** @description Dos que lá trabalharam, os que não constam como aptos */
            worked_unqualified: number | null;
        }[];
        KpisTeamSizeAnswer: {
            data: components["schemas"]["KpisTeamSizeData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["KpisTeamSizeData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        KpisTeamSizeData: {
            /** @description null: pouco para comparar */
            duration_ratio_per_person: number | null;
            durations: number;
            durations_1: number;
            durations_2: number;
            /** @description Com três pessoas ou mais */
            durations_over_2: number;
            fase_id: number;
            fase_nome: string | null;
            hours_1: number | null;
            hours_2: number | null;
            hours_over_2: number | null;
            /** @description Pessoas por fase, em média */
            people_mean: number;
            ratio_high: number | null;
            ratio_low: number | null;
            /** @description Famílias e meses que têm equipas de tamanhos diferentes */
            strata: number | null;
        }[];
        Problem: {
            /** @description Estável; em maiúsculas */
            code: string;
            detail: string;
            /** @description O número do pedido, como está no registo do servidor */
            instance: string;
            /** @description Cada parâmetro que não serve */
            parameters?: {
                message: string;
                parameter: string;
            }[];
            /** @description O que fazer */
            remedy?: string;
            status: number;
            title: string;
            /** @constant */
            type: "about:blank";
        };
        ProdplanAgeingAnswer: {
            data: components["schemas"]["ProdplanAgeingData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanAgeingData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanAgeingData: {
            /** @description Desde a criação */
            age_days: number;
            band: ("UP_TO_P50" | "UP_TO_P85" | "UP_TO_P95" | "BEYOND_P95") | null;
            /** @description Ordens acabadas com que se compara */
            compared_orders: number;
            compared_with: ("FAMILY" | "ALL") | null;
            /** @description K1 ... C4, other; ? quando o produto não se conhece */
            familia: string;
            /** @description Fase atual (Of_FaseId) */
            fase_id: number | null;
            fase_nome: string | null;
            /** @description A idade a que metade das acabadas passou ao marco seguinte */
            left_p50_days: number | null;
            left_p85_days: number | null;
            left_p95_days: number | null;
            /**
             * @description O último marco por que passou
             * @enum {string}
             */
            milestone: "CREATED" | "STARTED" | "DEMOULDED" | "CONTROLLED" | "FINISHED";
            of_id: number;
            produto_id: number | null;
            produto_nome: string | null;
            /** Format: date */
            reached_day: string;
        }[];
        ProdplanBoatsAnswer: {
            data: components["schemas"]["ProdplanBoatsData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanBoatsData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanBoatsData: {
            /** @description O dia do ficheiro; este e os outros dias contam-se desde 1970-01-01 */
            as_of_day: number;
            columns: {
                /** @description Dias da criação ao momento do ficheiro */
                age_days: (number | null)[];
                created_day: (number | null)[];
                due_day: (number | null)[];
                /** @description Lugar em due_statuses; null quando não se pode saber */
                due_status: (number | null)[];
                errors: number[];
                /** @description Metade das ordens assim acaba até este dia */
                expected_day: (number | null)[];
                /** @description Fase atual (Of_FaseId) */
                fase_id: (number | null)[];
                finished_day: (number | null)[];
                /** @description A mais recente primeiro; as outras colunas vêm na mesma ordem */
                of_id: number[];
                /** @description Desde quando está na fase atual */
                phase_since_day: (number | null)[];
                phases: number[];
                phases_done: number[];
                produto_id: (number | null)[];
                severe_errors: number[];
                /** @description Lugar em states */
                state: number[];
                /** @description 1: zombie */
                zombie: number[];
            };
            due_statuses: ("NO_DUE" | "ON_TRACK" | "AT_RISK" | "LATE")[];
            orders: number;
            /** @description Por lugar na sequência da fábrica */
            phases: {
                fase_id: number;
                fase_nome: string | null;
                fase_sequencia: number | null;
            }[];
            products: {
                familia: string;
                produto_id: number;
                produto_nome: string | null;
            }[];
            states: ("CREATED" | "IN_PROGRESS" | "AWAITING_SHIPPING" | "DONE" | "SCRAPPED")[];
        };
        ProdplanBottlenecksAnswer: {
            data: components["schemas"]["ProdplanBottlenecksData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanBottlenecksData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanBottlenecksData: {
            active_days: number;
            /** @description Fases automáticas (cura, esperas): não são trabalho de ninguém */
            automatic: {
                /** @description Ordens que acabaram a fase, somadas pelos dias da janela */
                completed: number;
                /** @description completed na janela anterior */
                completed_before: number;
                /** @description Ordens que acabaram a fase, somadas pelos dias ativos do último ano */
                completed_year: number;
                days_to_clear: number | null;
                /** @description Limite de cima; null: não tem */
                days_to_clear_high: number | null;
                /** @description Limite de baixo do intervalo de 95 % */
                days_to_clear_low: number;
                fase_id: number;
                fase_nome: string | null;
                is_automatic: boolean;
                /** @enum {string} */
                line: "MAIN" | "SIDE" | "AUTOMATIC";
                /** @description Ordens na fase, sem zombies */
                orders: number;
                /** @description Ritmo que nove em cada dez janelas do último ano não passaram */
                pace_p90_per_day: number | null;
                /** @description completed_year / finished_orders */
                passes_per_boat: number | null;
                /** @description Porque não há dias para escoar */
                refused: string | null;
                /** @description Face à fábrica inteira; 1: ao ritmo dela */
                relative_pace: number | null;
                throughput_per_day: number;
                throughput_per_day_before: number | null;
                /**
                 * @description Do ritmo, entre as duas janelas; STEADY se a diferença não passa do acaso
                 * @enum {string}
                 */
                trend: "RISING" | "STEADY" | "FALLING" | "UNKNOWN";
                /** @description throughput_per_day / pace_p90_per_day */
                utilisation: number | null;
                zombies: number;
            }[];
            /** @description Todas as fases de trabalho juntas */
            factory: {
                /** @description Ordens que acabaram a fase, somadas pelos dias da janela */
                completed: number;
                /** @description throughput_per_day / ritmo médio do último ano */
                pace_of_year: number | null;
                /** @description Ritmo que nove em cada dez janelas do último ano não passaram */
                pace_p90_per_day: number | null;
                throughput_per_day: number;
                /** @description throughput_per_day / pace_p90_per_day */
                utilisation: number | null;
            };
            /** @description Barcos acabados no último ano */
            finished_orders: number;
            /** Format: date */
            first_day: string;
            /** Format: date */
            last_day: string;
            /** @description Fases de trabalho; primeiro a de maior espera mínima (days_to_clear_low) */
            phases: {
                /** @description Ordens que acabaram a fase, somadas pelos dias da janela */
                completed: number;
                /** @description completed na janela anterior */
                completed_before: number;
                /** @description Ordens que acabaram a fase, somadas pelos dias ativos do último ano */
                completed_year: number;
                days_to_clear: number | null;
                /** @description Limite de cima; null: não tem */
                days_to_clear_high: number | null;
                /** @description Limite de baixo do intervalo de 95 % */
                days_to_clear_low: number;
                fase_id: number;
                fase_nome: string | null;
                is_automatic: boolean;
                /** @enum {string} */
                line: "MAIN" | "SIDE" | "AUTOMATIC";
                /** @description Ordens na fase, sem zombies */
                orders: number;
                /** @description Ritmo que nove em cada dez janelas do último ano não passaram */
                pace_p90_per_day: number | null;
                /** @description completed_year / finished_orders */
                passes_per_boat: number | null;
                /** @description Porque não há dias para escoar */
                refused: string | null;
                /** @description Face à fábrica inteira; 1: ao ritmo dela */
                relative_pace: number | null;
                throughput_per_day: number;
                throughput_per_day_before: number | null;
                /**
                 * @description Do ritmo, entre as duas janelas; STEADY se a diferença não passa do acaso
                 * @enum {string}
                 */
                trend: "RISING" | "STEADY" | "FALLING" | "UNKNOWN";
                /** @description throughput_per_day / pace_p90_per_day */
                utilisation: number | null;
                zombies: number;
            }[];
            /** @description Fases de trabalho por onde passa menos de um barco em vinte */
            side_lines: {
                /** @description Ordens que acabaram a fase, somadas pelos dias da janela */
                completed: number;
                /** @description completed na janela anterior */
                completed_before: number;
                /** @description Ordens que acabaram a fase, somadas pelos dias ativos do último ano */
                completed_year: number;
                days_to_clear: number | null;
                /** @description Limite de cima; null: não tem */
                days_to_clear_high: number | null;
                /** @description Limite de baixo do intervalo de 95 % */
                days_to_clear_low: number;
                fase_id: number;
                fase_nome: string | null;
                is_automatic: boolean;
                /** @enum {string} */
                line: "MAIN" | "SIDE" | "AUTOMATIC";
                /** @description Ordens na fase, sem zombies */
                orders: number;
                /** @description Ritmo que nove em cada dez janelas do último ano não passaram */
                pace_p90_per_day: number | null;
                /** @description completed_year / finished_orders */
                passes_per_boat: number | null;
                /** @description Porque não há dias para escoar */
                refused: string | null;
                /** @description Face à fábrica inteira; 1: ao ritmo dela */
                relative_pace: number | null;
                throughput_per_day: number;
                throughput_per_day_before: number | null;
                /**
                 * @description Do ritmo, entre as duas janelas; STEADY se a diferença não passa do acaso
                 * @enum {string}
                 */
                trend: "RISING" | "STEADY" | "FALLING" | "UNKNOWN";
                /** @description throughput_per_day / pace_p90_per_day */
                utilisation: number | null;
                zombies: number;
            }[];
            /** @constant */
            unit: "dias úteis para escoar";
            /** @description Dias ativos do último ano, a janela incluída */
            year_days: number;
        };
        ProdplanConformanceAnswer: {
            data: components["schemas"]["ProdplanConformanceData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanConformanceData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanConformanceData: {
            /** @description As 20 ordens que mais se afastam */
            boats: {
                added_steps: number;
                fitness: number;
                lead_time_days: number;
                of_id: number;
                produto_nome: string | null;
                repeated_steps: number;
                skipped_steps: number;
                swapped_steps: number;
                undated_steps: number;
            }[];
            kinds: {
                /** @description Tempo de entrega médio das comparadas */
                days_with: number | null;
                /** @description O das outras, com o peso das comparadas */
                days_without: number | null;
                /** @description null: poucas para comparar */
                difference_days: number | null;
                difference_high: number | null;
                difference_low: number | null;
                /** @description difference_days x orders_matched */
                difference_total_days: number | null;
                /** @enum {string} */
                kind: "SKIPPED" | "UNDATED" | "REPEATED" | "SWAPPED" | "ADDED";
                /** @description Ordens com pelo menos um */
                orders: number;
                /** @description As que têm com que se comparar */
                orders_matched: number;
                /** @description Aquelas com que se comparam */
                orders_others: number;
                steps: number;
            }[];
            /** @description Os que mais ordens têm primeiro */
            models: {
                /** @description Passos por ordem */
                added_steps: number;
                /** @description Sem nenhum desvio */
                conforming_orders: number;
                conforming_share: number;
                /** @description Média por ordem; 1: tal qual a rota */
                fitness: number;
                orders: number;
                produto_id: number;
                produto_nome: string | null;
                /** @description Passos por ordem */
                repeated_steps: number;
                /** @description Passos por ordem */
                skipped_steps: number;
                /** @description Passos por ordem */
                swapped_steps: number;
                /** @description Passos por ordem */
                undated_steps: number;
            }[];
            total: {
                /** @description Passos por ordem */
                added_steps: number;
                /** @description Sem nenhum desvio */
                conforming_orders: number;
                conforming_share: number;
                /** @description Média por ordem; 1: tal qual a rota */
                fitness: number;
                orders: number;
                /** @description Passos por ordem */
                repeated_steps: number;
                /** @description Passos por ordem */
                skipped_steps: number;
                /** @description Passos por ordem */
                swapped_steps: number;
                /** @description Passos por ordem */
                undated_steps: number;
            };
        };
        ProdplanCumulativeFlowAnswer: {
            data: components["schemas"]["ProdplanCumulativeFlowData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanCumulativeFlowData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanCumulativeFlowData: {
            created_total: number;
            demoulded_total: number;
            finished_total: number;
            inspected_total: number;
            started_total: number;
            /**
             * Format: date
             * @description Último dia, incluído
             */
            until_day: string;
        }[];
        ProdplanForecastAnswer: {
            data: components["schemas"]["ProdplanForecastData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanForecastData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanForecastData: {
            /** @description Dias da criação ao momento do ficheiro */
            age_days: number | null;
            days_left: number | null;
            due_day: string | null;
            /** @description null quando não se pode saber, e numa ordem para abate */
            due_status: ("NO_DUE" | "ON_TRACK" | "AT_RISK" | "LATE") | null;
            expected_finish_day: string | null;
            /** @description K1 ... C4, other; ? quando o produto não se conhece */
            familia: string;
            /** @description Fase atual (Of_FaseId) */
            fase_id: number | null;
            fase_nome: string | null;
            is_zombie: boolean;
            of_id: number;
            /** @description Fases da ordem ainda por acabar */
            phases_left: number;
            produto_id: number | null;
            produto_nome: string | null;
            /** @enum {string} */
            reason: "NO_CREATION" | "AT_REST" | "TOO_OLD" | "NO_HISTORY" | "REWORK" | "NOT_BEGUN" | "STANDING" | "QUEUE" | "DUE_BEFORE" | "RARE_MODEL" | "ON_PACE";
            /** @description O que é costume, ou o que se compara */
            reason_usual: number | null;
            /** @description O número da própria ordem */
            reason_value: number | null;
            remaining_days_median: number | null;
            remaining_days_p80: number | null;
            remaining_days_p90: number | null;
            remaining_days_p95: number | null;
            /** @description A razão numa frase */
            sentence: string;
            /** @description Dias desde que está na fase */
            standing_days: number | null;
            /** @enum {string} */
            state: "CREATED" | "IN_PROGRESS" | "AWAITING_SHIPPING" | "DONE" | "SCRAPPED";
        }[];
        ProdplanLateChanceAnswer: {
            data: components["schemas"]["ProdplanLateChanceData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanLateChanceData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanLateChanceData: {
            /** @description Probabilidade de, de duas, a atrasada ter tido a maior */
            auc: number | null;
            brier: number | null;
            brier_base_rate: number | null;
            /** @description Probabilidades ditas nos últimos seis cortes antes de se saber o desfecho */
            cases: number;
            /** @description A probabilidade mostra-se */
            is_open: boolean;
            /** @description Por quintos da probabilidade dita: a média, e a parte que se atrasou */
            reliability: {
                chance: number;
                late: number;
                orders: number;
            }[];
            steps: {
                cutoffs: number;
                is_open: boolean;
                month_day: string;
                /** @description Ordens com desfecho cujo dia previsto uma carga vira 14 dias antes */
                resolved: number;
                /** @description 1 - Brier / Brier da taxa de base */
                skill: number | null;
            }[];
        };
        ProdplanLeadTimeAnswer: {
            data: components["schemas"]["ProdplanLeadTimeData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanLeadTimeData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanLeadTimeData: {
            /** @description Depois da última fase */
            after_days: number;
            /** @description Antes da primeira fase */
            before_days: number;
            /** @description Trabalho e processo a dividir pelo todo */
            flow_efficiency: number;
            /** @description Média da criação ao acabamento: a soma das seis colunas seguintes */
            lead_days: number;
            /** @description A família, o mês de acabamento, ou a situação do prazo; all: todas juntas */
            name: string;
            orders: number;
            /** @description Cura e outras fases automáticas */
            process_days: number;
            rework_days: number;
            /** @description Entre fases, sem nenhuma aberta */
            waiting_days: number;
            work_days: number;
        }[];
        ProdplanOrderAnswer: {
            data: components["schemas"]["ProdplanOrderData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanOrderData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanOrderCountsAnswer: {
            data: components["schemas"]["ProdplanOrderCountsData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanOrderCountsData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanOrderCountsData: {
            by_due_status: {
                /** @enum {string} */
                due_status: "NO_DUE" | "ON_TRACK" | "AT_RISK" | "LATE";
                /** @description Zombies incluídos */
                orders: number;
            }[];
            /** @description Todos os estados, também os que não têm nenhuma */
            by_state: {
                /** @description Sem os zombies */
                orders: number;
                /** @enum {string} */
                state: "CREATED" | "IN_PROGRESS" | "AWAITING_SHIPPING" | "DONE" | "SCRAPPED";
                zombies: number;
            }[];
            /** @description Todas as que passam nos filtros */
            orders: number;
        };
        ProdplanOrderData: {
            /** @description Dias da criação ao momento do ficheiro */
            age_days: number | null;
            created_day: string | null;
            due_day: string | null;
            /** @description O dia previsto que uma carga viu primeiro, com a ordem por acabar; null se nenhuma viu */
            due_first: string | null;
            /** @description Quantas vezes uma carga o viu passar para mais tarde */
            due_slips: number;
            /** @description null quando não se pode saber, e numa ordem para abate */
            due_status: ("NO_DUE" | "ON_TRACK" | "AT_RISK" | "LATE") | null;
            errors: number;
            /** @description Metade das ordens assim acaba até este dia */
            expected_finish_day: string | null;
            /** @description K1 ... C4, other; ? quando o produto não se conhece */
            familia: string;
            /** @description Fase atual (Of_FaseId) */
            fase_id: number | null;
            fase_nome: string | null;
            finished_at: string | null;
            finishes_before_creation: boolean;
            /** @description Acabamentos da família no último ano */
            forecast_sample: number | null;
            has_date_in_future: boolean;
            is_zombie: boolean;
            last_activity_at: string | null;
            /** @description Probabilidade de atraso; null enquanto está recusada (ver late_chance) */
            late_chance: number | null;
            /** @description Dias da criação ao acabamento; null também numa ordem para abate */
            lead_time_days: number | null;
            model_demould_kg: number | null;
            model_finished_kg: number | null;
            model_gelcoat_deck_kg: number | null;
            model_gelcoat_hull_kg: number | null;
            no_forecast_reason: ("NO_CREATION" | "AT_REST" | "TOO_OLD" | "NO_HISTORY") | null;
            of_id: number;
            /** @description A fase atual está começada e por acabar */
            phase_in_hand: boolean;
            /** @description Desde quando está na fase atual */
            phase_since: string | null;
            phases: number;
            phases_done: number;
            /** @description Fases começadas e por acabar */
            phases_open: number;
            product_is_known: boolean;
            produto_id: number | null;
            produto_nome: string | null;
            remaining_days_median: number | null;
            remaining_days_p80: number | null;
            remaining_days_p90: number | null;
            remaining_days_p95: number | null;
            /** @description Fases de retorno, também as previstas */
            reworks: number;
            reworks_done: number;
            severe_errors: number;
            /** @description Primeira fase que começou, sem contar a espera (11) */
            started_at: string | null;
            /** @enum {string} */
            state: "CREATED" | "IN_PROGRESS" | "AWAITING_SHIPPING" | "DONE" | "SCRAPPED";
            /** @description Peso medido: no controlo final, senão no corte, no desmolde, noutra fase; null se nunca foi pesada */
            weight_kg: number | null;
        };
        ProdplanOrderPhasesAnswer: {
            data: components["schemas"]["ProdplanOrderPhasesData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanOrderPhasesData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanOrderPhasesData: {
            closed: boolean;
            /** @description Soma das durações registadas: horas de calendário, não de trabalho; fases em simultâneo somam */
            duration_hours: number;
            /** @description Erros que não nomeiam nenhuma fase desta ordem */
            errors_without_phase: number;
            has_route: boolean;
            of_id: number;
            phases: number;
            produto_id: number | null;
            reworks: number;
            steps: {
                /** @description A data mente; não dá duração nem espera */
                date_flag: ("END_BEFORE_START" | "IN_FUTURE") | null;
                duration_hours: number | null;
                ended_at: string | null;
                errors_caused: number;
                errors_found: number;
                fase_id: number;
                fase_nome: string | null;
                /** @description null se só a rota a tem */
                faseof_id: number | null;
                is_automatic: boolean | null;
                is_production: boolean | null;
                is_rework: boolean;
                planned_day: string | null;
                position: number;
                /** @description Lugar na rota do produto; null se a rota não a tem */
                route_sequencia: number | null;
                /** @description Horas-padrão da rota: nunca servem de duração (erram até 25 vezes) */
                route_standard_hours: number | null;
                sequencia: number | null;
                started_at: string | null;
                /**
                 * @description LEFT_OPEN, LEFT_OVER: começada, ou por começar, numa ordem já fechada; não é trabalho em curso
                 * @enum {string}
                 */
                status: "DONE" | "IN_PROGRESS" | "NOT_STARTED" | "LEFT_OPEN" | "LEFT_OVER" | "ONLY_IN_ROUTE";
                turno: number | null;
                waiting_hours: number | null;
                /** @description PHASE_START: a última fase começada ficou sem fim numa ordem já fechada; conta-se do início dela */
                waiting_since: ("PHASE_END" | "PHASE_START" | "ORDER_CREATION" | "OTHER_PHASE_UNDER_WAY") | null;
                weight_kg: number | null;
                worst_severity: number | null;
            }[];
            /** @description Soma das esperas conhecidas */
            waiting_hours: number;
        };
        ProdplanOrdersAnswer: {
            data: components["schemas"]["ProdplanOrdersData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanOrdersData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanOrdersData: {
            /** @description Dias da criação ao momento do ficheiro */
            age_days: number | null;
            created_day: string | null;
            due_day: string | null;
            /** @description O dia previsto que uma carga viu primeiro, com a ordem por acabar; null se nenhuma viu */
            due_first: string | null;
            /** @description Quantas vezes uma carga o viu passar para mais tarde */
            due_slips: number;
            /** @description null quando não se pode saber, e numa ordem para abate */
            due_status: ("NO_DUE" | "ON_TRACK" | "AT_RISK" | "LATE") | null;
            errors: number;
            /** @description K1 ... C4, other; ? quando o produto não se conhece */
            familia: string;
            /** @description Fase atual (Of_FaseId) */
            fase_id: number | null;
            fase_nome: string | null;
            finished_at: string | null;
            is_zombie: boolean;
            /** @description Dias da criação ao acabamento; null também numa ordem para abate */
            lead_time_days: number | null;
            of_id: number;
            /** @description A fase atual está começada e por acabar */
            phase_in_hand: boolean;
            /** @description Desde quando está na fase atual */
            phase_since: string | null;
            phases: number;
            phases_done: number;
            produto_id: number | null;
            produto_nome: string | null;
            reworks_done: number;
            severe_errors: number;
            /** @enum {string} */
            state: "CREATED" | "IN_PROGRESS" | "AWAITING_SHIPPING" | "DONE" | "SCRAPPED";
        }[];
        ProdplanOutputAnswer: {
            data: components["schemas"]["ProdplanOutputData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanOutputData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanOutputData: {
            /** @description Parte das semanas ensaiadas cujo resultado caiu no intervalo */
            coverage: number | null;
            expected: number;
            expected_high: number | null;
            /** @description null com menos de 52 semanas ensaiadas */
            expected_low: number | null;
            horizon_days: number;
            median_error: number | null;
            median_error_pace: number | null;
            /** @description Ao ritmo das últimas 13 semanas */
            pace: number;
            /** @description Esse ritmo, como nos anos anteriores depois dos mesmos dias */
            seasonal: number;
            /** @description Soma das probabilidades das ordens por acabar e das que ainda se hão de criar */
            summed: number;
            /** @description O último dia que se conta */
            until_day: string;
            weeks_covered: number;
            weeks_judged: number;
            weeks_tried: number;
        }[];
        ProdplanPhasesAnswer: {
            data: components["schemas"]["ProdplanPhasesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanPhasesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanPhasesData: {
            fase_id: number;
            fase_nome: string | null;
            /** @description Cura ou espera própria: não é trabalho de ninguém */
            is_automatic: boolean | null;
            is_production: boolean | null;
            /** @description A quantas vem nessas rotas (mediana); null se nenhuma a tem */
            route_place: number | null;
            /** @description Modelos cuja rota a tem */
            routes: number;
            /** @description Fase_Sequencia: o lugar na fábrica */
            sequencia: number | null;
        }[];
        ProdplanPromiseAnswer: {
            data: components["schemas"]["ProdplanPromiseData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanPromiseData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanPromiseData: {
            created_day: string;
            familia: string;
            /** @description Acabamentos da família no último ano */
            family_finishes: number;
            /** @description Ritmo do produto face à família: acima de 1, mais depressa */
            product_factor: number;
            product_finishes: number;
            produto_id: number;
            produto_nome: string | null;
            quantiles: {
                /** @description Novas ordens da família em cortes passados */
                backtest: {
                    /** @description Parte acabada até ao dia dito; deve ser o quantil */
                    coverage: number | null;
                    covered: number;
                    cutoffs: number;
                    judged: number;
                    /** @description Trimestre do ano em que a ordem foi criada; null: todos */
                    quarter: number | null;
                }[];
                /** @description Dias da criação ao acabamento; null: além do que se viu */
                days: number | null;
                finish_day: string | null;
                quantile: number;
            }[];
            wanted_day: string | null;
            /** @description Parte das ordens assim que se espera acabada nesse dia */
            wanted_share: number | null;
        };
        ProdplanReleaseAnswer: {
            data: components["schemas"]["ProdplanReleaseData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanReleaseData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanReleaseData: {
            created_orders: number;
            /** @description Por dia de calendário */
            created_per_day: number;
            /** @description wip_over / finished_per_day: dias sem lançar nada; negativo: quantos se podem adiantar */
            days_to_wait: number;
            finished_orders: number;
            finished_per_day: number;
            lead_days_by_wip: number;
            lead_time_days_mean: number;
            months: {
                created_orders: number;
                finished_orders: number;
                /** @description wip_average / acabadas por dia: o que a lei de Little diz */
                lead_days_by_wip: number | null;
                /** @description O que as acabadas no mês levaram */
                lead_time_days_mean: number | null;
                /** Format: date */
                month: string;
                wip_average: number;
                wip_last: number;
            }[];
            /** @description Nos meses mostrados, quanto a lei se afastou do que foi, mediana */
            months_error_median: number | null;
            /** @description O tempo de entrega pedido; sem ele, lead_time_days_mean */
            wanted_days: number;
            /** @description finished_per_day x wanted_days */
            wip_allowed: number;
            wip_average: number;
            /** @description Em curso no fim do período, sem zombies */
            wip_last: number;
            /** @description wip_last - wip_allowed */
            wip_over: number;
        };
        ProdplanRestatementAnswer: {
            data: components["schemas"]["ProdplanRestatementData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanRestatementData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanRestatementData: {
            days: {
                /** Format: date */
                day: string;
                /** @description O que essa carga via */
                first_orders: number;
                /** @description A primeira carga cujo ficheiro é de um dia depois deste */
                first_run_id: number;
                /** @description O que se vê agora */
                last_orders: number;
                /** @description A última dessas */
                last_restated_run_id: number | null;
                orders_change: number;
                /** @description Quantas delas o viram diferente da anterior */
                restatements: number;
                /** @description Cargas que viram o dia já passado */
                runs_seen: number;
                /** @description Por carga, da primeira à última */
                seen: {
                    orders: number;
                    run_id: number;
                }[];
            }[];
            days_restated: number;
            days_seen: number;
            /** @description Ordens a mais do que se via à primeira, somadas */
            orders_added: number;
            /** @description ... e a menos */
            orders_removed: number;
        };
        ProdplanReworkCostAnswer: {
            data: components["schemas"]["ProdplanReworkCostData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanReworkCostData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanReworkCostData: {
            families: {
                /** @description Tempo de entrega médio das comparadas */
                days_with: number | null;
                /** @description O das outras, com o peso das comparadas */
                days_without: number | null;
                /** @description null: poucas para comparar */
                difference_days: number | null;
                difference_high: number | null;
                difference_low: number | null;
                /** @description difference_days x orders_matched */
                difference_total_days: number | null;
                /** @description A família; all: todas juntas; same_model: todas, comparadas por modelo e trimestre */
                name: string;
                orders: number;
                /** @description As que têm com que se comparar */
                orders_matched: number;
                /** @description Aquelas com que se comparam */
                orders_others: number;
                orders_with_rework: number;
            }[];
            /** @description O mesmo, comparando só ordens do mesmo modelo acabadas no mesmo trimestre */
            same_model: {
                /** @description Tempo de entrega médio das comparadas */
                days_with: number | null;
                /** @description O das outras, com o peso das comparadas */
                days_without: number | null;
                /** @description null: poucas para comparar */
                difference_days: number | null;
                difference_high: number | null;
                difference_low: number | null;
                /** @description difference_days x orders_matched */
                difference_total_days: number | null;
                /** @description A família; all: todas juntas; same_model: todas, comparadas por modelo e trimestre */
                name: string;
                orders: number;
                /** @description As que têm com que se comparar */
                orders_matched: number;
                /** @description Aquelas com que se comparam */
                orders_others: number;
                orders_with_rework: number;
            };
            total: {
                /** @description Tempo de entrega médio das comparadas */
                days_with: number | null;
                /** @description O das outras, com o peso das comparadas */
                days_without: number | null;
                /** @description null: poucas para comparar */
                difference_days: number | null;
                difference_high: number | null;
                difference_low: number | null;
                /** @description difference_days x orders_matched */
                difference_total_days: number | null;
                /** @description A família; all: todas juntas; same_model: todas, comparadas por modelo e trimestre */
                name: string;
                orders: number;
                /** @description As que têm com que se comparar */
                orders_matched: number;
                /** @description Aquelas com que se comparam */
                orders_others: number;
                orders_with_rework: number;
            };
        };
        ProdplanRiskBacktestAnswer: {
            data: components["schemas"]["ProdplanRiskBacktestData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanRiskBacktestData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanRiskBacktestData: {
            by_cutoff: {
                baseline_coverage: number | null;
                baseline_loss_days: number;
                /** @description Parte acabada até ao dia dito; deve ser o quantil */
                coverage: number | null;
                covered: number;
                cutoff_day: string;
                family: string;
                judged: number;
                /** @description Perda pinball por ordem, em dias */
                loss_days: number;
                orders: number;
                /**
                 * @description OPEN: por acabar no corte; NEW: criadas nos 30 dias a partir dele
                 * @enum {string}
                 */
                population: "OPEN" | "NEW";
                /** @description 0,1 ... 0,95 */
                quantile: number;
                /** @description A perda a dividir pela da linha de base; abaixo de 1 é melhor */
                ratio: number | null;
            }[];
            /** @description As perdas contam-se até tantos dias depois do corte */
            censor_days: number;
            /** @description O ensaio da probabilidade de atraso; null enquanto não há dias vistos em dois meses */
            chance: {
                /** @description Probabilidade de, de duas, a atrasada ter tido a maior */
                auc: number | null;
                brier: number | null;
                brier_base_rate: number | null;
                /** @description Probabilidades ditas nos últimos seis cortes antes de se saber o desfecho */
                cases: number;
                /** @description A probabilidade mostra-se */
                is_open: boolean;
                /** @description Por quintos da probabilidade dita: a média, e a parte que se atrasou */
                reliability: {
                    chance: number;
                    late: number;
                    orders: number;
                }[];
                steps: {
                    cutoffs: number;
                    is_open: boolean;
                    month_day: string;
                    /** @description Ordens com desfecho cujo dia previsto uma carga vira 14 dias antes */
                    resolved: number;
                    /** @description 1 - Brier / Brier da taxa de base */
                    skill: number | null;
                }[];
            } | null;
            computed_at: string;
            cutoffs: number;
            /** @description Dias do momento do ficheiro ensaiado ao do publicado */
            days_behind: number;
            is_of_published_run: boolean;
            of_as_of: string;
            /** @description A carga de cujo estado é o ensaio */
            of_run_id: number;
            summary: {
                cutoffs: number;
                /** @description Cortes em que a previsão perdeu menos do que a linha de base */
                cutoffs_better: number;
                /** @description K1 ... C4, other; all: todas juntas */
                family: string;
                /** @description Ordens somadas pelos cortes: uma que esteve aberta em três conta três vezes */
                orders: number;
                /**
                 * @description OPEN: por acabar no corte; NEW: criadas nos 30 dias a partir dele
                 * @enum {string}
                 */
                population: "OPEN" | "NEW";
                quantiles: {
                    baseline_coverage: number | null;
                    baseline_loss_days: number;
                    /** @description Parte acabada até ao dia dito; deve ser o quantil */
                    coverage: number | null;
                    covered: number;
                    judged: number;
                    /** @description Perda pinball por ordem, em dias */
                    loss_days: number;
                    /** @description 0,1 ... 0,95 */
                    quantile: number;
                    /** @description A perda a dividir pela da linha de base; abaixo de 1 é melhor */
                    ratio: number | null;
                }[];
                ratio: number | null;
                ratio_high: number | null;
                /** @description Intervalo de 95 % da razão, por sorteio dos cortes */
                ratio_low: number | null;
            }[];
        };
        ProdplanRiskQueueAnswer: {
            data: components["schemas"]["ProdplanRiskQueueData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanRiskQueueData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanRiskQueueData: {
            /** @description Do dia previsto ao acabamento esperado; acima de 0, metade só acaba depois do prazo */
            days_after_due: number | null;
            /** @description Do dia do ficheiro ao dia previsto; negativo se já passou */
            days_left: number;
            due_day: string;
            /** @description O dia previsto que uma carga viu primeiro, com a ordem por acabar; null se nenhuma viu */
            due_first: string | null;
            /** @description Quantas vezes uma carga o viu passar para mais tarde */
            due_slips: number;
            /** @description null quando não se pode saber, e numa ordem para abate */
            due_status: ("NO_DUE" | "ON_TRACK" | "AT_RISK" | "LATE") | null;
            expected_finish_day: string | null;
            /** @description K1 ... C4, other; ? quando o produto não se conhece */
            familia: string;
            /** @description Fase atual (Of_FaseId) */
            fase_id: number | null;
            fase_nome: string | null;
            is_zombie: boolean;
            /** @description Probabilidade de atraso; null enquanto está recusada (ver late_chance) */
            late_chance: number | null;
            no_forecast_reason: ("NO_CREATION" | "AT_REST" | "TOO_OLD" | "NO_HISTORY") | null;
            of_id: number;
            /** @description Ritmo do produto face à família nesta idade: acima de 1, mais depressa */
            product_factor: number | null;
            produto_id: number | null;
            produto_nome: string | null;
            /** @description Metade acaba até tantos dias depois do ficheiro */
            remaining_days_median: number | null;
            /** @description Quatro em cada cinco; null: além do que se viu */
            remaining_days_p80: number | null;
            remaining_days_p90: number | null;
            remaining_days_p95: number | null;
            /** @description Acabamentos da família no último ano */
            sample: number | null;
            /** @description O mesmo numa frase */
            sentence: string;
            sentence_en: string;
            /** @enum {string} */
            state: "CREATED" | "IN_PROGRESS" | "AWAITING_SHIPPING" | "DONE" | "SCRAPPED";
        }[];
        ProdplanRouteAnswer: {
            data: components["schemas"]["ProdplanRouteData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanRouteData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanRouteData: {
            familia: string;
            /** @description A folha Modelos tem o produto */
            is_known: boolean;
            orders: number;
            produto_id: number;
            produto_nome: string | null;
            steps: {
                /** @description CoeficienteX: prémio em euros, não é tempo */
                bonus_eur: number | null;
                fase_id: number;
                fase_nome: string | null;
                /** @description A família nos últimos 12 meses, ou, se é pouco, todas desde sempre */
                history_of: ("FAMILY_LAST_YEAR" | "ALL") | null;
                /** @description Fases acabadas com duração utilizável */
                history_phases: number;
                is_automatic: boolean | null;
                is_production: boolean | null;
                median_hours: number | null;
                /** @description A quantas vai, quando a rota repete a fase */
                occurrence: number;
                occurrences: number;
                p90_hours: number | null;
                sequencia: number;
                /** @description Coeficiente: horas-padrão de mão de obra, que erram até 25 vezes */
                standard_hours: number | null;
            }[];
        };
        ProdplanScheduleAnswer: {
            data: components["schemas"]["ProdplanScheduleData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanScheduleData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanScheduleData: {
            phases: {
                age_days_median: number | null;
                age_days_oldest: number | null;
                age_days_p90: number | null;
                at_risk: number;
                fase_id: number | null;
                fase_nome: string | null;
                /** @description Com a fase atual começada e por acabar */
                in_hand: number;
                is_automatic: boolean | null;
                is_production: boolean | null;
                late: number;
                /** @description Por entregar, sem zombies */
                orders: number;
                /** @description As outras: à espera nesta fase, ou já acabadas nela e por seguir */
                queued: number;
                standing_days_longest: number | null;
                standing_days_median: number | null;
                standing_days_p90: number | null;
                zombie_days_oldest: number | null;
                zombies: number;
            }[];
            total: {
                age_days_median: number | null;
                age_days_oldest: number | null;
                age_days_p90: number | null;
                at_risk: number;
                /** @description Com a fase atual começada e por acabar */
                in_hand: number;
                late: number;
                /** @description Por entregar, sem zombies */
                orders: number;
                /** @description As outras: à espera nesta fase, ou já acabadas nela e por seguir */
                queued: number;
                standing_days_longest: number | null;
                standing_days_median: number | null;
                standing_days_p90: number | null;
                zombie_days_oldest: number | null;
                zombies: number;
            };
        };
        ProdplanShipmentsAnswer: {
            data: components["schemas"]["ProdplanShipmentsData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanShipmentsData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanShipmentsData: {
            at_risk: number;
            /** @description Prontas: em 9 ou 10 */
            awaiting_shipping: number;
            created: number;
            /**
             * Format: date
             * @description Dia de expedição previsto
             */
            day: string;
            /** @description Soma das probabilidades; as prontas contam inteiras */
            expected: number;
            expected_high: number | null;
            /** @description null sem 52 semanas ensaiadas */
            expected_low: number | null;
            in_progress: number;
            late: number;
            /** @description A soma das três colunas seguintes */
            orders: number;
            ready_by_p50: number;
            ready_by_p80: number;
            /** @description Cujo dia uma carga viu passar para mais tarde (due_slips) */
            slipped: number;
            /** @description Camiões que os barcos do dia enchem ou começam; null: ninguém disse quantos cabem */
            trucks: number | null;
            /** @description Por acabar e sem previsão: não contam em ready_by_p50 nem em ready_by_p80 */
            without_forecast: number;
        }[];
        ProdplanWaitsAnswer: {
            data: components["schemas"]["ProdplanWaitsData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["ProdplanWaitsData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        ProdplanWaitsData: {
            /** @description A fase que o barco deixou; null: a criação */
            from_fase_id: number | null;
            from_fase_nome: string | null;
            median_days: number;
            orders: number;
            p90_days: number;
            /** @description A fase por que esperou */
            to_fase_id: number;
            to_fase_nome: string | null;
            /** @description Cura ou espera própria: não é trabalho de ninguém */
            to_is_automatic: boolean | null;
            total_days: number;
            waits: number;
        }[];
        QualityByPhaseAnswer: {
            data: components["schemas"]["QualityByPhaseData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityByPhaseData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityByPhaseData: {
            defects_caused: number;
            defects_detected: number;
            defects_per_100_orders: number | null;
            fase_id: number;
            fase_nome: string | null;
            orders_past_first_inspection: number;
            orders_with_defect: number;
            severity_1: number;
            severity_2: number;
            severity_3: number;
            share_caused: number | null;
            share_caused_highest: number;
            share_caused_lowest: number;
        }[];
        QualityByProductAnswer: {
            data: components["schemas"]["QualityByProductData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityByProductData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityByProductData: {
            defects: number;
            /** @description Dos sem culpada, os que nomeiam uma fase que o ficheiro não tem: com o ficheiro inteiro seriam menos tantos */
            defects_culprit_missing: number | null;
            defects_per_100_orders: number;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            defects_without_culprit: number | null;
            familia: string | null;
            first_pass_yield: number;
            first_pass_yield_severity_2: number;
            first_pass_yield_severity_3: number;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            mould_lines: number | null;
            orders_past_first_inspection: number;
            orders_without_defect: number;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            passed_lines: number | null;
            /** @description null: barcos sem produto */
            produto_id: number | null;
            /** @description null: Modelos não conhece o produto */
            produto_nome: string | null;
            rank: number;
            /** @enum {string} */
            route_kind: "DEMOULD" | "FINAL_CONTROL";
            severity_1: number;
            severity_2: number;
            severity_3: number;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            share_without_culprit: number | null;
        }[];
        QualityDefectBoatsAnswer: {
            data: components["schemas"]["QualityDefectBoatsData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityDefectBoatsData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityDefectBoatsData: {
            lines: number;
            /** @description Linhas de cada uma, pela mesma ordem */
            lines_of: number[];
            /** @description Primeiro as que têm mais linhas */
            of_id: number[];
            orders: number;
        };
        QualityDefectLinesAnswer: {
            data: components["schemas"]["QualityDefectLinesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityDefectLinesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityDefectLinesData: {
            /** @enum {string} */
            class: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
            culprit_fase_id: number | null;
            descricao_id: number | null;
            detecting_fase_id: number | null;
            familia: string | null;
            /** @description Dia da primeira inspeção do barco; null: ainda não a passou */
            first_inspection_day: string | null;
            /** @description Dia em que a linha foi escrita; null: não se conhece */
            found_day: string | null;
            gravidade: number | null;
            /** @description Linhas iguais deste barco */
            lines: number;
            of_id: number;
            produto_id: number | null;
            rank: number;
            text: string | null;
        }[];
        QualityDefectTextsAnswer: {
            data: components["schemas"]["QualityDefectTextsData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityDefectTextsData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityDefectTextsData: {
            /** @enum {string} */
            class: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
            /** @description Alguém o decidiu; senão, as regras */
            decided: boolean;
            decided_at: string | null;
            /** @description Para pedir as linhas em defect-lines; null: linhas sem texto */
            descricao_id: number | null;
            lines: number;
            lines_with_culprit: number;
            rank: number;
            severity_1: number;
            severity_2: number;
            severity_3: number;
            /** @description Parte de todas as linhas que passam nos filtros, de todas as classes */
            share: number;
            text: string | null;
        }[];
        QualityEscapeAnswer: {
            data: components["schemas"]["QualityEscapeData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityEscapeData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityEscapeData: {
            dates_lying: number;
            dates_missing: number;
            days_known: number;
            days_median: number | null;
            days_p90: number | null;
            defects: number;
            defects_escaped: number;
            defects_final_control: number;
            defects_past_demould: number;
            /** @description O nome da fase culpada, onde se pede por ela */
            label: string | null;
            /** @description all: todos; a gravidade (none: sem ela), ou o número da fase culpada */
            name: string;
            share_escaped: number | null;
            share_final_control: number | null;
            steps_known: number;
            steps_mean: number | null;
            steps_median: number | null;
        }[];
        QualityHeatmapAnswer: {
            data: components["schemas"]["QualityHeatmapData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityHeatmapData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityHeatmapData: {
            /** @description null: o defeito não nomeia culpada */
            culprit_fase_id: number | null;
            culprit_fase_nome: string | null;
            defects: number;
            detecting_fase_id: number | null;
            detecting_fase_nome: string | null;
            severity_3: number;
            share: number;
        }[];
        QualityLearningAnswer: {
            data: components["schemas"]["QualityLearningData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityLearningData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityLearningData: {
            defects: number;
            expected_defects: number;
            /** @description O nome do modelo, onde se pede por produto */
            label: string | null;
            models: number;
            /** @description first: os dez primeiros barcos; later: os seguintes, até ao 50.º; senão o lugar do barco, ou o produto */
            name: string;
            orders: number;
            produto_id: number | null;
            ratio: number | null;
            ratio_high: number | null;
            ratio_low: number | null;
        }[];
        QualityLostPassesAnswer: {
            data: components["schemas"]["QualityLostPassesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityLostPassesData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityLostPassesData: {
            defects: number;
            first_pass_yield_without: number;
            /** @description Número da categoria; null: os defeitos não a dizem */
            id: string | null;
            label: string | null;
            lost_alone: number;
            lost_passes: number;
            rank: number;
            /** @description De todos os barcos que não passaram à primeira */
            share: number;
        }[];
        QualityOverviewAnswer: {
            data: components["schemas"]["QualityOverviewData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityOverviewData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityOverviewData: {
            /** @description Desde sempre */
            all_time: {
                figures: {
                    by_route: {
                        defects: number;
                        defects_per_100_orders: number;
                        first_pass_yield: number;
                        first_pass_yield_severity_2: number;
                        first_pass_yield_severity_3: number;
                        /** @description null com fase_id: não é de nenhuma fase culpada */
                        mould_lines: number | null;
                        /** @description null com fase_id: não é de nenhuma fase culpada */
                        mould_lines_per_100_orders: number | null;
                        orders_past_first_inspection: number;
                        orders_without_defect: number;
                        /** @description Barcos sem defeitos de gravidade 2 ou 3 */
                        orders_without_severity_2: number;
                        /** @description Barcos sem defeitos de gravidade 3 */
                        orders_without_severity_3: number;
                        /** @description null com fase_id: não é de nenhuma fase culpada */
                        passed_lines: number | null;
                        /** @description null com fase_id: não é de nenhuma fase culpada */
                        passed_lines_per_100_orders: number | null;
                        /** @enum {string} */
                        route_kind: "DEMOULD" | "FINAL_CONTROL";
                    }[];
                    defects: number;
                    /** @description Dos sem culpada, os que nomeiam uma fase que o ficheiro não tem: com o ficheiro inteiro seriam menos tantos */
                    defects_culprit_missing: number | null;
                    defects_per_100_orders: number;
                    defects_unknown: number;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    defects_without_culprit: number | null;
                    first_pass_yield: number;
                    first_pass_yield_severity_2: number;
                    first_pass_yield_severity_3: number;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    mould_lines: number | null;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    mould_lines_per_100_orders: number | null;
                    orders_past_first_inspection: number;
                    orders_without_defect: number;
                    /** @description Barcos sem defeitos de gravidade 2 ou 3 */
                    orders_without_severity_2: number;
                    /** @description Barcos sem defeitos de gravidade 3 */
                    orders_without_severity_3: number;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    passed_lines: number | null;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    passed_lines_per_100_orders: number | null;
                    severity: {
                        defects: number;
                        /** @description null: sem gravidade */
                        gravidade: number | null;
                        share: number | null;
                    }[];
                    share_unknown: number | null;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    share_without_culprit: number | null;
                } | null;
                /** @description Porque não há valores, ou porque valem menos */
                reason: string | null;
                /** @enum {string} */
                status: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                support: {
                    gates: {
                        gate: string;
                        rate: number | null;
                        /** @enum {string} */
                        state: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                    }[];
                    rows_excluded: {
                        reason: string;
                        rows: number;
                    }[];
                    rows_used: number;
                };
                window: components["schemas"]["Window"];
            };
            by_route: {
                defects: number;
                defects_per_100_orders: number;
                first_pass_yield: number;
                first_pass_yield_severity_2: number;
                first_pass_yield_severity_3: number;
                /** @description null com fase_id: não é de nenhuma fase culpada */
                mould_lines: number | null;
                /** @description null com fase_id: não é de nenhuma fase culpada */
                mould_lines_per_100_orders: number | null;
                orders_past_first_inspection: number;
                orders_without_defect: number;
                /** @description Barcos sem defeitos de gravidade 2 ou 3 */
                orders_without_severity_2: number;
                /** @description Barcos sem defeitos de gravidade 3 */
                orders_without_severity_3: number;
                /** @description null com fase_id: não é de nenhuma fase culpada */
                passed_lines: number | null;
                /** @description null com fase_id: não é de nenhuma fase culpada */
                passed_lines_per_100_orders: number | null;
                /** @enum {string} */
                route_kind: "DEMOULD" | "FINAL_CONTROL";
            }[];
            defects: number;
            /** @description Dos sem culpada, os que nomeiam uma fase que o ficheiro não tem: com o ficheiro inteiro seriam menos tantos */
            defects_culprit_missing: number | null;
            defects_per_100_orders: number;
            defects_unknown: number;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            defects_without_culprit: number | null;
            first_pass_yield: number;
            first_pass_yield_severity_2: number;
            first_pass_yield_severity_3: number;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            mould_lines: number | null;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            mould_lines_per_100_orders: number | null;
            orders_past_first_inspection: number;
            orders_without_defect: number;
            /** @description Barcos sem defeitos de gravidade 2 ou 3 */
            orders_without_severity_2: number;
            /** @description Barcos sem defeitos de gravidade 3 */
            orders_without_severity_3: number;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            passed_lines: number | null;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            passed_lines_per_100_orders: number | null;
            /** @description O período de igual duração logo antes; null se o pedido não tem começo */
            previous: {
                figures: {
                    by_route: {
                        defects: number;
                        defects_per_100_orders: number;
                        first_pass_yield: number;
                        first_pass_yield_severity_2: number;
                        first_pass_yield_severity_3: number;
                        /** @description null com fase_id: não é de nenhuma fase culpada */
                        mould_lines: number | null;
                        /** @description null com fase_id: não é de nenhuma fase culpada */
                        mould_lines_per_100_orders: number | null;
                        orders_past_first_inspection: number;
                        orders_without_defect: number;
                        /** @description Barcos sem defeitos de gravidade 2 ou 3 */
                        orders_without_severity_2: number;
                        /** @description Barcos sem defeitos de gravidade 3 */
                        orders_without_severity_3: number;
                        /** @description null com fase_id: não é de nenhuma fase culpada */
                        passed_lines: number | null;
                        /** @description null com fase_id: não é de nenhuma fase culpada */
                        passed_lines_per_100_orders: number | null;
                        /** @enum {string} */
                        route_kind: "DEMOULD" | "FINAL_CONTROL";
                    }[];
                    defects: number;
                    /** @description Dos sem culpada, os que nomeiam uma fase que o ficheiro não tem: com o ficheiro inteiro seriam menos tantos */
                    defects_culprit_missing: number | null;
                    defects_per_100_orders: number;
                    defects_unknown: number;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    defects_without_culprit: number | null;
                    first_pass_yield: number;
                    first_pass_yield_severity_2: number;
                    first_pass_yield_severity_3: number;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    mould_lines: number | null;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    mould_lines_per_100_orders: number | null;
                    orders_past_first_inspection: number;
                    orders_without_defect: number;
                    /** @description Barcos sem defeitos de gravidade 2 ou 3 */
                    orders_without_severity_2: number;
                    /** @description Barcos sem defeitos de gravidade 3 */
                    orders_without_severity_3: number;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    passed_lines: number | null;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    passed_lines_per_100_orders: number | null;
                    severity: {
                        defects: number;
                        /** @description null: sem gravidade */
                        gravidade: number | null;
                        share: number | null;
                    }[];
                    share_unknown: number | null;
                    /** @description null com fase_id: não é de nenhuma fase culpada */
                    share_without_culprit: number | null;
                } | null;
                /** @description Porque não há valores, ou porque valem menos */
                reason: string | null;
                /** @enum {string} */
                status: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                support: {
                    gates: {
                        gate: string;
                        rate: number | null;
                        /** @enum {string} */
                        state: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                    }[];
                    rows_excluded: {
                        reason: string;
                        rows: number;
                    }[];
                    rows_used: number;
                };
                window: components["schemas"]["Window"];
            } | null;
            severity: {
                defects: number;
                /** @description null: sem gravidade */
                gravidade: number | null;
                share: number | null;
            }[];
            share_unknown: number | null;
            /** @description null com fase_id: não é de nenhuma fase culpada */
            share_without_culprit: number | null;
            window: components["schemas"]["Window"];
        };
        QualityParetoAnswer: {
            data: components["schemas"]["QualityParetoData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityParetoData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityParetoData: {
            cumulative_share: number;
            defects: number;
            defects_without_culprit: number;
            /** @description Número da categoria; null: os defeitos não a dizem */
            id: string | null;
            label: string | null;
            rank: number;
            severity_3: number;
            share: number;
        }[];
        QualityRiskAnswer: {
            data: components["schemas"]["QualityRiskData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityRiskData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityRiskData: {
            expected_orders_with_defect: number;
            familia: string | null;
            fase_id: number;
            fase_nome: string | null;
            /** @enum {string} */
            level: "LOW" | "MEDIUM" | "HIGH";
            orders: number;
            orders_with_defect: number;
            prior_orders: number | null;
            /** @description Produtos que se compararam nesta fase */
            products: number;
            produto_id: number;
            /** @description null: Modelos não conhece o produto */
            produto_nome: string | null;
            rank: number;
            /** @description Parte dos barcos do produto com defeito da fase */
            rate: number;
            ratio: number;
            ratio_high: number | null;
            ratio_low: number | null;
            /** @enum {string} */
            scatter: "BEYOND_CHANCE" | "WITHIN_CHANCE" | "TOO_FEW" | "NOT_CONVERGED";
            shrunk_ratio: number | null;
            usual_ratio: number | null;
        }[];
        QualityStandardisedAnswer: {
            data: components["schemas"]["QualityStandardisedData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityStandardisedData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityStandardisedData: {
            /** @description null: o último mês inteiro não está em alarme */
            alarm: {
                /**
                 * Format: date
                 * @description O primeiro mês do alarme que ainda dura
                 */
                month: string;
                /** @enum {string} */
                signal: "above" | "below";
                /**
                 * Format: date
                 * @description O primeiro mês desde que a soma não volta a 0
                 */
                since: string;
            } | null;
            /** Format: date */
            baseline_from: string;
            baseline_per_100_orders: number;
            /** Format: date */
            baseline_to: string;
            dispersion: number;
            points: {
                /** @description null: mês da base, ou por acabar */
                cusum_high: number | null;
                cusum_low: number | null;
                defects: number;
                defects_per_100_orders: number;
                /** @description Em sigmas; null: nada se esperava */
                distance: number | null;
                expected_defects: number;
                is_baseline: boolean;
                /** Format: date */
                month: string;
                orders_past_first_inspection: number;
                orders_without_history: number;
                ratio: number | null;
                /** @description Neste mês mudou o modo de registar: ver quality/trend */
                recording_break: boolean;
                signal: ("above" | "below") | null;
                standardised_per_100_orders: number | null;
                /** @description Ainda não tinha acabado no momento do ficheiro: não se julga */
                unfinished: boolean;
            }[];
        };
        QualityTrendAnswer: {
            data: components["schemas"]["QualityTrendData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["QualityTrendData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        QualityTrendData: {
            baseline_from: string | null;
            baseline_to: string | null;
            /** @enum {string} */
            bucket: "month" | "week";
            centre_line: number | null;
            dispersion: number | null;
            /** @description Último período inteiro: é dele a linha central desta resposta */
            judged: string | null;
            points: {
                /** @description Períodos inteiros em que a linha central assenta */
                baseline_periods: number;
                centre_line: number | null;
                /** @description Só em parte dentro de from e to */
                cut: boolean;
                defects: number;
                /** @description null: nenhum barco */
                defects_per_100_orders: number | null;
                /**
                 * Format: date
                 * @description Último dia, incluído
                 */
                end: string;
                lower_limit: number | null;
                /** @description null com fase_id: não é de nenhuma fase culpada */
                mould_lines: number | null;
                orders_past_first_inspection: number;
                /** @description null com fase_id: não é de nenhuma fase culpada */
                passed_lines: number | null;
                /** @description Neste período mudou o modo de registar: ver recording_breaks */
                recording_break: boolean;
                /** @description Regras que o período quebra */
                rules: ("BEYOND_3_SIGMA" | "TWO_OF_THREE_BEYOND_2_SIGMA" | "NINE_ON_ONE_SIDE")[];
                /** @description Fora dos limites */
                signal: ("above" | "below") | null;
                /** Format: date */
                start: string;
                /** @description Ainda não tinha acabado no momento do ficheiro */
                unfinished: boolean;
                upper_limit: number | null;
            }[];
            /** @description Mudanças de registo nos meses mostrados */
            recording_breaks: {
                after_per_100_orders: number;
                before_per_100_orders: number;
                /** @description null: todas as linhas da fase */
                class: string | null;
                detecting_fase_id: number;
                /** Format: date */
                month: string;
                /** @description null: todas as da classe */
                text: string | null;
            }[];
        };
        RunDetail: {
            /** @description O momento do ficheiro, hora da fábrica */
            as_of: string | null;
            as_of_origin: ("flag" | "workbook" | "data") | null;
            data_version: number | null;
            error_code: string | null;
            error_message: string | null;
            error_remedy: string | null;
            forced: boolean;
            /** @enum {string} */
            kind: "ingest" | "replay" | "rollback";
            lasted_seconds: number | null;
            /** @description Enquanto decorre e uma tarefa da fila o conta */
            progress: components["schemas"]["RunProgress"] | null;
            rows: number;
            run_id: number;
            sheets: components["schemas"]["SheetRun"][];
            source_name: string;
            source_run_id: number | null;
            stage: string;
            /** @description UTC */
            started_at: string;
            /** @enum {string} */
            status: "running" | "completed" | "unchanged" | "failed";
            workbook_sha256: string | null;
        };
        RunProgress: {
            sheets: {
                [key: string]: {
                    merged: boolean;
                    read: boolean;
                    rows: number;
                };
            };
            stage: string | null;
        };
        RunSupport: {
            as_of: string | null;
            data_version: number | null;
            match_rates: unknown[];
            method: string;
            rows_excluded: {
                reason: string;
                rows: number;
            }[];
            rows_used: number;
            run_id: number | null;
            sql: null;
        };
        Setting: {
            /** @description Do limiar de um critério: a que pergunta responde */
            about: string | null;
            about_en: string | null;
            /**
             * @description Uma mudança conta: AT_ONCE, já; NEXT_RUN, na carga seguinte; RESTART, quando o servidor arrancar de novo
             * @enum {string}
             */
            counts: "AT_ONCE" | "NEXT_RUN" | "RESTART";
            /** @description UTC */
            decided_at: string | null;
            /** @description A chave, ou a conta na máquina; null: é o de origem */
            decided_by: string | null;
            /** @description A variável do ambiente que o fixa; null: muda-o um operador */
            fixed_by: string | null;
            highest: number | null;
            /** @enum {string} */
            kind: "whole" | "share" | "text";
            lowest: number | null;
            /** @description zombie_days, truck_boats, gate_… (o limiar de um critério), ou o que o ambiente fixa */
            name: string;
            /** @description O de origem */
            usual: number | null;
            /** @description O que vale agora; null: ninguém o disse */
            value: number | string | null;
        };
        SheetRun: {
            core_rows: number;
            duplicates: number;
            gone: number;
            inserted: number;
            issues: {
                [key: string]: number;
            };
            kept: number;
            moved: number;
            /** @description Onde estão as linhas no ficheiro, por ordem; quase sempre numa só folha */
            parts: {
                rows: number;
                sheet: string;
                workbook: string | null;
            }[];
            present: boolean;
            rejected: number;
            returned: number;
            rows: number;
            sha256: string | null;
            sheet: string;
            skipped: boolean;
            table_name: string;
            unchanged: number;
            updated: number;
        };
        SmartinventoryConsumptionEstimateAnswer: {
            data: components["schemas"]["SmartinventoryConsumptionEstimateData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["SmartinventoryConsumptionEstimateData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        SmartinventoryConsumptionEstimateData: null;
        SmartinventoryGelcoatTheoreticalUsageAnswer: {
            data: components["schemas"]["SmartinventoryGelcoatTheoreticalUsageData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["SmartinventoryGelcoatTheoreticalUsageData"];
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            /** @description Para pedir a página seguinte; null no fim */
            next_cursor: string | null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        SmartinventoryGelcoatTheoreticalUsageData: {
            /** @description Teórico; null se não se sabe de nenhuma */
            deck_kg: number | null;
            familia: string | null;
            hull_kg: number | null;
            /** @description Primeiro dia do mês de criação; null por produto */
            month: string | null;
            orders: number;
            /** @description Com as duas quantidades do modelo */
            orders_known: number;
            /** @description Sem modelo, ou com uma das quantidades vazia ou a 0 */
            orders_unknown: number;
            /** @description null por mês */
            produto_id: number | null;
            produto_nome: string | null;
            /** @description O mês ainda não tinha acabado no momento do ficheiro; null por produto */
            unfinished: boolean | null;
        }[];
        SmartinventoryWipAnswer: {
            data: components["schemas"]["SmartinventoryWipData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["SmartinventoryWipData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        SmartinventoryWipData: {
            by_family: {
                age_days_median: number | null;
                age_days_oldest: number | null;
                awaiting_shipping: number;
                created: number;
                /** @enum {string} */
                dimension: "phase" | "product" | "family";
                familia: string | null;
                fase_id: number | null;
                in_progress: number;
                name: string | null;
                /** @description Por entregar, sem zombies: a soma das três colunas seguintes */
                orders: number;
                produto_id: number | null;
                zombies: number;
            }[];
            by_phase: {
                age_days_median: number | null;
                age_days_oldest: number | null;
                awaiting_shipping: number;
                created: number;
                /** @enum {string} */
                dimension: "phase" | "product" | "family";
                familia: string | null;
                fase_id: number | null;
                in_progress: number;
                name: string | null;
                /** @description Por entregar, sem zombies: a soma das três colunas seguintes */
                orders: number;
                produto_id: number | null;
                zombies: number;
            }[];
            by_product: {
                age_days_median: number | null;
                age_days_oldest: number | null;
                awaiting_shipping: number;
                created: number;
                /** @enum {string} */
                dimension: "phase" | "product" | "family";
                familia: string | null;
                fase_id: number | null;
                in_progress: number;
                name: string | null;
                /** @description Por entregar, sem zombies: a soma das três colunas seguintes */
                orders: number;
                produto_id: number | null;
                zombies: number;
            }[];
            total: {
                age_days_median: number | null;
                age_days_oldest: number | null;
                awaiting_shipping: number;
                created: number;
                in_progress: number;
                /** @description Por entregar, sem zombies: a soma das três colunas seguintes */
                orders: number;
                zombies: number;
            };
        };
        SmartinventoryWipMassAnswer: {
            data: components["schemas"]["SmartinventoryWipMassData"];
            /** @constant */
            status: "SUPPORTED";
            support: components["schemas"]["Support"];
        } | {
            data: components["schemas"]["SmartinventoryWipMassData"];
            reason: string;
            /** @constant */
            status: "DEGRADED";
            support: components["schemas"]["Support"];
        } | {
            data: null;
            reason: string;
            /** @constant */
            status: "NOT_SUPPORTED_BY_DATA";
            suggestion: string;
            support: components["schemas"]["Support"];
        };
        SmartinventoryWipMassData: {
            phases: {
                fase_id: number | null;
                fase_nome: string | null;
                /** @description Soma dos pesos medidos */
                measured_kg: number;
                measured_orders: number;
                /** @description Soma dos pesos dos modelos */
                model_kg: number;
                /** @description Por pesar, com peso no modelo */
                model_orders: number;
                orders: number;
                /** @description Sem peso medido nem no modelo: não somam, nem como 0 */
                unknown_orders: number;
            }[];
            total: {
                /** @description Soma dos pesos medidos */
                measured_kg: number;
                measured_orders: number;
                /** @description Soma dos pesos dos modelos */
                model_kg: number;
                /** @description Por pesar, com peso no modelo */
                model_orders: number;
                orders: number;
                /** @description Sem peso medido nem no modelo: não somam, nem como 0 */
                unknown_orders: number;
            };
        };
        Support: {
            /** @description O momento do ficheiro; as idades contam-se até ele */
            as_of: string;
            bounds?: {
                highest: number | null;
                lowest: number | null;
                value: number | null;
            } & {
                [key: string]: unknown;
            };
            data_version: number;
            /** @description Os critérios em que assenta, medidos nas linhas em questão (por meses inteiros) */
            gates: {
                covered_rows: number;
                gate: string;
                rate: number | null;
                rows: number;
                /** @enum {string} */
                state: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                /** @description O limiar com que a carga foi julgada */
                threshold: number | null;
            }[];
            match_rates: {
                reference: string;
                row_rate: number | null;
                value_rate: number | null;
            }[];
            /** @description A definição, numa frase */
            method: string;
            rows_excluded: {
                reason: string;
                rows: number;
            }[];
            rows_used: number;
            /** @description Com que números das Definições se contou */
            rules: {
                /** @description UTC */
                decided_at: string | null;
                /**
                 * @description ASKED: pediu-se; SETTING: decidiu-se nas Definições; USUAL: o de origem
                 * @enum {string}
                 */
                from: "ASKED" | "SETTING" | "USUAL";
                name: string;
                value: number | null;
            }[];
            /** @description A carga de que são os dados */
            run_id: number;
            /** @description A consulta, que se lê em /api/queries/{name} */
            sql: string | null;
            /** @description O período de que fala, nas perguntas que têm um habitual */
            window?: components["schemas"]["Window"];
        };
        Window: {
            /** @description Dias do período; null se não tem primeiro dia */
            days: number | null;
            /** @description Primeiro dia; null: desde sempre */
            from: string | null;
            /** @description É o período habitual: não se pediu outro */
            is_default: boolean;
            /** @description Último dia, incluído; null: até ao fim */
            to: string | null;
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
    "about.answers": {
        parameters: {
            query: {
                /** @description Um endereço que responde a GET com JSON, com os seus filtros; repete-se até 16 vezes */
                of: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As respostas, pela ordem dos endereços */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            /** @description Como o endereço a dá; um problema onde a recusa */
                            answer: unknown;
                            status: number;
                        }[];
                    };
                };
            };
            /** @description São as que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "about.factory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Os códigos e as suas palavras */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        due_statuses: {
                            code: string;
                            en: string;
                            pt: string;
                        }[];
                        families: {
                            code: string;
                            en: string;
                            pt: string;
                        }[];
                        /** @description De que fala uma linha de erro */
                        line_classes: {
                            code: string;
                            en: string;
                            pt: string;
                        }[];
                        phases: {
                            awaiting_shipping: number[];
                            cure: number;
                            delivered: number;
                            demould: number;
                            final_control: number;
                            not_laminated: number;
                            /** @description Onde está uma ordem por acabar que ninguém espera */
                            resting: number[];
                            scrap: number[];
                        };
                        rule_versions: {
                            aggregates: number;
                            derived_columns: number;
                            families: number;
                        };
                        /** @description OFCH_GRAVIDADE */
                        severities: {
                            code: string;
                            en: string;
                            pt: string;
                        }[];
                        states: {
                            code: string;
                            en: string;
                            /** @description A ordem está por entregar */
                            is_open: boolean;
                            pt: string;
                        }[];
                        /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie») */
                        zombie_days: number;
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "evidence.gates": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceGatesAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "ingestion.runs": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As cargas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description O momento do ficheiro, hora da fábrica */
                            as_of: string | null;
                            as_of_origin: ("flag" | "workbook" | "data") | null;
                            data_version: number | null;
                            error_code: string | null;
                            error_message: string | null;
                            error_remedy: string | null;
                            forced: boolean;
                            /** @enum {string} */
                            kind: "ingest" | "replay" | "rollback";
                            lasted_seconds: number | null;
                            rows: number;
                            run_id: number;
                            source_name: string;
                            source_run_id: number | null;
                            stage: string;
                            /** @description UTC */
                            started_at: string;
                            /** @enum {string} */
                            status: "running" | "completed" | "unchanged" | "failed";
                            workbook_sha256: string | null;
                        }[];
                        next_cursor: string | null;
                        /** @constant */
                        status: "SUPPORTED";
                        support: components["schemas"]["RunSupport"];
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "ingestion.post_run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allow_missing_sheets?: boolean;
                    /** @description O momento do ficheiro: AAAA-MM-DD ou AAAA-MM-DDTHH:MM:SS */
                    as_of?: string;
                    force?: boolean;
                    /** @description Um ficheiro na pasta de entrada (PRODPLAN_INBOX) */
                    path: string;
                };
                "multipart/form-data": {
                    /**
                     * @description Continua sem as folhas em falta
                     * @enum {string}
                     */
                    allow_missing_sheets?: "true" | "false" | "1" | "0";
                    /** @description O momento do ficheiro: AAAA-MM-DD ou AAAA-MM-DDTHH:MM:SS */
                    as_of?: string;
                    /**
                     * Format: binary
                     * @description O ficheiro .xlsx
                     */
                    file: string;
                    /**
                     * @description Carrega mesmo que pareça desnecessário
                     * @enum {string}
                     */
                    force?: "true" | "false" | "1" | "0";
                };
            };
        };
        responses: {
            /** @description A carga ficou pedida */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description false: a carga deste ficheiro, com estas opções, já estava pedida, e é esta */
                        is_new: boolean;
                        /** @description Siga-a em /api/jobs/{id} */
                        job_id: string;
                        note: string | null;
                        workbook_sha256: string;
                        /** @description Se há algum processo a fazer cargas */
                        worker: boolean;
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST, BAD_BODY, BAD_AS_OF */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, OUTSIDE_INBOX, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FILE_NOT_FOUND, NOT_A_FILE */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "ingestion.diff": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Número da carga */
                a: number;
                /** @description Número da carga */
                b: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description O que mudou */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            errors: {
                                appeared: number;
                                appeared_by_severity: {
                                    [key: string]: number;
                                };
                                vanished: number;
                            };
                            from: number;
                            orders: {
                                created: string[];
                                due_moved: {
                                    is: string | null;
                                    key: string;
                                    was: string | null;
                                }[];
                                /** @description Das anteriores, as que têm agora um dia mais tarde */
                                due_slipped: {
                                    is: string | null;
                                    key: string;
                                    was: string | null;
                                }[];
                                finished: {
                                    is: string | null;
                                    key: string;
                                    was: string | null;
                                }[];
                                /** @description Por entregar, agora em risco ou atrasadas (AT_RISK, LATE), e antes nenhuma das duas, ou ainda não havia; null: de uma das cargas já não se guarda o que disse */
                                newly_at_risk: {
                                    is: string | null;
                                    key: string;
                                    was: string | null;
                                }[] | null;
                                /** @description Por entregar, antes em risco ou atrasadas, e agora não */
                                no_longer_at_risk: {
                                    is: string | null;
                                    key: string;
                                    was: string | null;
                                }[] | null;
                                phase_moved: {
                                    is: string | null;
                                    key: string;
                                    was: string | null;
                                }[];
                                reopened: {
                                    is: string | null;
                                    key: string;
                                    was: string | null;
                                }[];
                                vanished: string[];
                            };
                            phases: {
                                created: number;
                                finished: number;
                                order_moved: {
                                    is: string | null;
                                    key: string;
                                    was: string | null;
                                }[];
                                reopened: {
                                    is: string | null;
                                    key: string;
                                    was: string | null;
                                }[];
                                started: number;
                                vanished: number;
                            };
                            rows: {
                                [key: string]: {
                                    gone: number;
                                    inserted: number;
                                    updated: number;
                                };
                            };
                            to: number;
                        };
                        /** @constant */
                        status: "SUPPORTED";
                        support: components["schemas"]["RunSupport"];
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NO_SUCH_RUN */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_PUBLISHED, HISTORY_PRUNED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "ingestion.run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Número da carga */
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A carga */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RunDetail"];
                        /** @constant */
                        status: "SUPPORTED";
                        support: components["schemas"]["RunSupport"];
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NO_SUCH_RUN */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "ingestion.corrections": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Número da carga */
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description O que corrigir */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            code: string;
                            column_name: string | null;
                            /** @description O código por palavras */
                            explanation: string;
                            /** @description O que fazer, e onde */
                            how_to_fix: string;
                            /** @description true: a linha não entrou; false: entrou, e a célula ficou vazia ou assinalada */
                            is_rejected: boolean;
                            /** @description A chave da linha */
                            key: string | null;
                            /** @description A parte da folha, a partir de 1: quase sempre há só uma */
                            part: number;
                            /** @description A linha nessa folha */
                            row_number: number;
                            sheet: string;
                            /** @description A folha como se chama no ficheiro; com o livro à frente, se a exportação tiver vários */
                            source_sheet: string;
                            /** @description O que lá está; os nomes não se mostram */
                            value: string | null;
                        }[];
                        next_cursor: string | null;
                        /** @constant */
                        status: "SUPPORTED";
                        support: components["schemas"]["RunSupport"];
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NO_SUCH_RUN */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "ingestion.events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Número da carga */
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Eventos */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NO_SUCH_RUN */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "ingestion.rejects": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Só desta folha */
                sheet?: "Fases" | "Modelos" | "Funcionarios" | "FuncionariosFasesAptos" | "FasesStandardModelos" | "OrdensFabrico" | "FasesOrdemFabrico" | "FuncionariosFaseOrdemFabrico" | "OrdemFabricoErros";
            };
            header?: never;
            path: {
                /** @description Número da carga */
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As linhas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            code: string;
                            column_name: string | null;
                            /** @description O código por palavras */
                            explanation: string;
                            key: string | null;
                            /** @description A parte da folha, a partir de 1: quase sempre há só uma */
                            part: number;
                            /** @description A linha inteira; os nomes não se mostram, e os números de funcionário só a quem pode ver nomes */
                            raw: {
                                [key: string]: string | null;
                            };
                            /** @description A linha nessa folha */
                            row_number: number;
                            sheet: string;
                            /** @description A folha como se chama no ficheiro; com o livro à frente, se a exportação tiver vários */
                            source_sheet: string;
                            value: string | null;
                        }[];
                        next_cursor: string | null;
                        /** @constant */
                        status: "SUPPORTED";
                        support: components["schemas"]["RunSupport"];
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NO_SUCH_RUN */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "ingestion.report": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Número da carga */
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description O relatório */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Folhas e colunas que o contrato não conhece */
                            drift: {
                                [key: string]: unknown;
                            }[];
                            /** @description O que esta carga deixou suportado; vazio se não foi publicada */
                            gates: {
                                gate: string;
                                rate: number | null;
                                reason: string;
                                /** @enum {string} */
                                state: "SUPPORTED" | "DEGRADED" | "NOT_SUPPORTED_BY_DATA";
                            }[];
                            /** @description De cada folha: linhas = novas + alteradas + iguais + repetidas + rejeitadas */
                            reconciled: boolean;
                            run: components["schemas"]["RunDetail"];
                            seconds: {
                                [key: string]: number;
                            };
                            /** @description As ordens que o ficheiro anterior tinha e este já não traz */
                            vanished: {
                                keys: string[];
                                /** @description A carga em que ainda estavam */
                                since_run: number | null;
                                unfinished: number;
                            };
                        };
                        /** @constant */
                        status: "SUPPORTED";
                        support: components["schemas"]["RunSupport"];
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NO_SUCH_RUN */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "evidence.issue_kinds": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceIssueKindsAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "evidence.issues": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Tabela ou folha */
                entity?: string;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Também os que já se resolveram (true) */
                resolved?: "true" | "false" | "1" | "0";
                /** @description Gravidade */
                severity?: "error" | "warning" | "info";
                /** @description Tipo */
                type?: "REJECTED_ROW" | "DUPLICATE_KEY" | "BAD_CELL" | "END_BEFORE_START" | "FINISH_BEFORE_CREATION" | "DATE_IN_FUTURE" | "DATE_ORDER_ASSUMED" | "DUPLICATE_ROWS" | "ORPHAN" | "UNKNOWN_SHEET" | "UNKNOWN_COLUMN" | "HIDDEN_SHEET" | "MISSING_SHEET" | "VOLUME_CHANGE" | "MATCH_RATE_FELL" | "OPEN_PHASE_IN_FINISHED_ORDER" | "DETECTION_BEFORE_CULPRIT" | "RECORDING_BREAK" | "ZOMBIE_ORDER" | "DUE_DAY_SLIPPED" | "DUE_DAYS_KNOW_FUTURE";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceIssuesAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "jobs.list": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Quantas, no máximo */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Só as que estão assim */
                state?: "waiting" | "delayed" | "active" | "completed" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As tarefas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"][];
                        next_cursor: null;
                        worker: boolean;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "jobs.run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Qual
                     * @enum {string}
                     */
                    name: "rollback" | "backfill_ofch_event_time" | "backfill_faseof_derived_columns" | "reconcile_orphans" | "refresh_aggregates" | "refresh_backtest" | "kpi_snapshot" | "maintenance";
                    /** @description O que ela aceita */
                    params?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A tarefa ficou pedida */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        is_new: boolean;
                        job_id: string;
                        worker: boolean;
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST, BAD_BODY, BAD_PARAMS */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_JOB */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "jobs.status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Número da tarefa */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A tarefa */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_JOB_ID */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "jobs.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Número da tarefa */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description removed: esperava e já não está; asked: decorre e foi avisada; ended: já tinha acabado */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        outcome: "removed" | "asked" | "ended";
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST, BAD_BODY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNKNOWN_JOB_ID */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "keys.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As chaves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Key"][];
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "keys.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Para quem, ou para quê */
                    label: string;
                    /**
                     * @description reader: ler; operator: carregar e correr tarefas
                     * @enum {string}
                     */
                    role: "reader" | "operator";
                };
            };
        };
        responses: {
            /** @description A chave está feita */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key_id: string;
                        /** @description O texto da chave: guarde-o já, não volta a ser mostrado */
                        token: string;
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST, BAD_BODY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "keys.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A chave não abre mais nada */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key_id: string;
                        /** @constant */
                        revoked: true;
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST, BAD_BODY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NO_SUCH_KEY */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "kpis.bonus": {
        parameters: {
            query?: {
                /** @description Por fase ou por mês */
                by?: "fase" | "month";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do fim da fase, alargado a meses inteiros */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do fim da fase, alargado a meses inteiros */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisBonusAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, PAY_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "kpis.by_employee": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do fim da fase, ou do início se não acabou, alargado a meses inteiros */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do fim da fase, ou do início se não acabou, alargado a meses inteiros */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisByEmployeeAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "kpis.by_phase": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do fim da fase, alargado a meses inteiros */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do fim da fase, alargado a meses inteiros */
                to?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisByPhaseAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "kpis.by_product": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do acabamento da ordem (no cumprimento do prazo, de expedição previsto) */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do acabamento da ordem (no cumprimento do prazo, de expedição previsto) */
                to?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisByProductAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "kpis.history": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do ficheiro (day) */
                from?: string;
                /** @description Um só indicador, pelo nome */
                indicator?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do ficheiro (day) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisHistoryAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "kpis.overview": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do acabamento da ordem (no cumprimento do prazo, de expedição previsto) */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do acabamento da ordem (no cumprimento do prazo, de expedição previsto) */
                to?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisOverviewAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "kpis.skill_coverage": {
        parameters: {
            query?: {
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisSkillCoverageAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "kpis.team_size": {
        parameters: {
            query?: {
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpisTeamSizeAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "evidence.match_rates": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceMatchRatesAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.ageing": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanAgeingAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.boats": {
        parameters: {
            query?: {
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanBoatsAnswer"];
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.bottlenecks": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanBottlenecksAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.conformance": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do acabamento da ordem */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do acabamento da ordem */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanConformanceAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.cumulative_flow": {
        parameters: {
            query?: {
                /** @description day ou week (semanas de segunda a domingo) */
                by?: "day" | "week";
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia de cada marco */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia de cada marco */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanCumulativeFlowAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.forecast": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Mostrar também os zombies */
                include_zombies?: "true" | "false" | "1" | "0";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Só com estas razões; vários com vírgulas, ou o parâmetro repetido: NO_CREATION, AT_REST, TOO_OLD, NO_HISTORY, REWORK, NOT_BEGUN, STANDING, QUEUE, DUE_BEFORE, RARE_MODEL, ON_PACE */
                reason?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanForecastAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.lead_time": {
        parameters: {
            query?: {
                /** @description familia, month ou due_status (no prazo, atrasada, sem dia) */
                by?: "familia" | "month" | "due_status";
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do acabamento da ordem */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do acabamento da ordem */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanLeadTimeAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.order_counts": {
        parameters: {
            query?: {
                /** @description Só as linhas desta classe; sem ela, os defeitos do barco (BOAT_DEFECT e UNKNOWN) */
                class?: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
                /** @description Criação: primeiro dia (AAAA-MM-DD) */
                created_from?: string;
                /** @description Criação: último dia, incluído (AAAA-MM-DD) */
                created_to?: string;
                /** @description Só as que têm linhas de erro desta fase culpada */
                culprit_fase_id?: number;
                /** @description Só as linhas deste texto (de defect-texts), seja qual for a classe */
                descricao_id?: number;
                /** @description Só as linhas que esta fase encontrou */
                detecting_fase_id?: number;
                /** @description Dia de expedição previsto: primeiro dia (AAAA-MM-DD) */
                due_from?: string;
                /** @description Situação do prazo; vários com vírgulas, ou o parâmetro repetido: NO_DUE, ON_TRACK, AT_RISK, LATE */
                due_status?: string;
                /** @description Dia de expedição previsto: último dia, incluído (AAAA-MM-DD) */
                due_to?: string;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Acabamento: primeiro dia (AAAA-MM-DD) */
                finished_from?: string;
                /** @description Acabamento: último dia, incluído (AAAA-MM-DD) */
                finished_to?: string;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia da criação da ordem: o mesmo que created_from e created_to */
                from?: string;
                /** @description Só as linhas desta gravidade */
                gravidade?: number;
                /** @description Primeira inspeção, das que têm linhas de erro: primeiro dia (AAAA-MM-DD) */
                inspected_from?: string;
                /** @description Primeira inspeção, das que têm linhas de erro: último dia, incluído (AAAA-MM-DD) */
                inspected_to?: string;
                /** @description Só os zombies (true) ou tudo menos eles (false) */
                is_zombie?: "true" | "false" | "1" | "0";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Ordem de fabrico (Of_Id) */
                of_id?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Estado; vários com vírgulas, ou o parâmetro repetido: CREATED, IN_PROGRESS, AWAITING_SHIPPING, DONE, SCRAPPED */
                state?: string;
                /** @description Palavras do número, do produto, da família ou da fase atual; sem acentos serve */
                text?: string;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia da criação da ordem: o mesmo que created_from e created_to */
                to?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanOrderCountsAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.orders": {
        parameters: {
            query?: {
                /** @description Só as linhas desta classe; sem ela, os defeitos do barco (BOAT_DEFECT e UNKNOWN) */
                class?: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
                /** @description Criação: primeiro dia (AAAA-MM-DD) */
                created_from?: string;
                /** @description Criação: último dia, incluído (AAAA-MM-DD) */
                created_to?: string;
                /** @description Só as que têm linhas de erro desta fase culpada */
                culprit_fase_id?: number;
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Só as linhas deste texto (de defect-texts), seja qual for a classe */
                descricao_id?: number;
                /** @description Só as linhas que esta fase encontrou */
                detecting_fase_id?: number;
                /** @description Dia de expedição previsto: primeiro dia (AAAA-MM-DD) */
                due_from?: string;
                /** @description Situação do prazo; vários com vírgulas, ou o parâmetro repetido: NO_DUE, ON_TRACK, AT_RISK, LATE */
                due_status?: string;
                /** @description Dia de expedição previsto: último dia, incluído (AAAA-MM-DD) */
                due_to?: string;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Acabamento: primeiro dia (AAAA-MM-DD) */
                finished_from?: string;
                /** @description Acabamento: último dia, incluído (AAAA-MM-DD) */
                finished_to?: string;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia da criação da ordem: o mesmo que created_from e created_to */
                from?: string;
                /** @description Só as linhas desta gravidade */
                gravidade?: number;
                /** @description Primeira inspeção, das que têm linhas de erro: primeiro dia (AAAA-MM-DD) */
                inspected_from?: string;
                /** @description Primeira inspeção, das que têm linhas de erro: último dia, incluído (AAAA-MM-DD) */
                inspected_to?: string;
                /** @description Só os zombies (true) ou tudo menos eles (false) */
                is_zombie?: "true" | "false" | "1" | "0";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Ordem de fabrico (Of_Id) */
                of_id?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Ordem das linhas; com «-» antes, do maior para o menor */
                sort?: "of_id" | "-of_id" | "created" | "-created" | "finished" | "-finished" | "due" | "-due" | "phase_since" | "-phase_since" | "produto_id" | "-produto_id" | "age" | "-age" | "errors" | "-errors" | "delay" | "-delay";
                /** @description Estado; vários com vírgulas, ou o parâmetro repetido: CREATED, IN_PROGRESS, AWAITING_SHIPPING, DONE, SCRAPPED */
                state?: string;
                /** @description Palavras do número, do produto, da família ou da fase atual; sem acentos serve */
                text?: string;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia da criação da ordem: o mesmo que created_from e created_to */
                to?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanOrdersAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.order": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path: {
                /** @description Ordem de fabrico (Of_Id) */
                of_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanOrderAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.order_phases": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Ordem de fabrico (Of_Id) */
                of_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanOrderPhasesAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.output": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanOutputAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.phases": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanPhasesAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.promise": {
        parameters: {
            query: {
                /** @description Dia em que a ordem é criada, do dia do ficheiro em diante */
                date?: string;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id: number;
                /** @description Dia que o cliente quer */
                wanted?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanPromiseAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.release": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia da criação e do acabamento das ordens */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia da criação e do acabamento das ordens */
                to?: string;
                /** @description O tempo de entrega médio que se quer (dias) */
                wanted_days?: number;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanReleaseAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.restatement": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia contado */
                from?: string;
                /** @description O que se conta no dia */
                indicator?: "finished_orders" | "created_orders";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia contado */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanRestatementAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.rework_cost": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do acabamento da ordem */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do acabamento da ordem */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanReworkCostAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.risk_queue": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia de expedição previsto */
                from?: string;
                /** @description Mostrar também os zombies */
                include_zombies?: "true" | "false" | "1" | "0";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Ordem das linhas; com «-» antes, do maior para o menor */
                sort?: "delay" | "-delay" | "chance" | "-chance" | "due" | "-due" | "expected" | "-expected" | "of_id" | "-of_id";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia de expedição previsto */
                to?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanRiskQueueAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.risk_backtest": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Só este quantil, em por cento */
                percent?: number;
                /** @description OPEN ou NEW */
                population?: "OPEN" | "NEW";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanRiskBacktestAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.late_chance": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanLateChanceAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.route": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Produto (Produto_Id) */
                produto_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanRouteAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.schedule": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia da criação da ordem */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia da criação da ordem */
                to?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanScheduleAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.shipments": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia de expedição previsto */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia de expedição previsto */
                to?: string;
                /** @description Quantos barcos leva um camião; sem ele, o que está nas Definições */
                truck_boats?: number;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanShipmentsAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "prodplan.waits": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que a fase começou */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que a fase começou */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProdplanWaitsAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "evidence.profile": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Só esta tabela */
                table_name?: "fases_catalogo" | "modelos" | "funcionarios" | "funcionarios_fases_aptos" | "fases_standard_modelos" | "ordens_fabrico" | "fases_ordem_fabrico" | "funcionarios_fase_ordem_fabrico" | "erros_ordem_fabrico";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceProfileAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "publication.events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Eventos */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.by_phase": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityByPhaseAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.by_product": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityByProductAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.defect_boats": {
        parameters: {
            query?: {
                /** @description Só as linhas desta classe; sem ela, os defeitos do barco (BOAT_DEFECT e UNKNOWN) */
                class?: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
                /** @description Só as linhas deste texto (de defect-texts), seja qual for a classe */
                descricao_id?: number;
                /** @description Só as linhas que esta fase encontrou */
                detecting_fase_id?: number;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Só as linhas desta gravidade */
                gravidade?: number;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityDefectBoatsAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.defect_lines": {
        parameters: {
            query?: {
                /** @description Só as linhas desta classe */
                class?: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Só as linhas deste texto (de defect-texts), seja qual for a classe */
                descricao_id?: number;
                /** @description Só as linhas que esta fase encontrou */
                detecting_fase_id?: number;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Só as linhas desta gravidade */
                gravidade?: number;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Só as linhas deste barco (Of_Id) */
                of_id?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityDefectLinesAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.defect_texts": {
        parameters: {
            query?: {
                /** @description Só os textos desta classe */
                class?: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityDefectTextsAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.escape": {
        parameters: {
            query?: {
                /** @description Por gravidade ou por fase culpada */
                by?: "gravidade" | "fase_culpada";
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityEscapeAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.heatmap": {
        parameters: {
            query?: {
                /** @description Só as linhas desta classe; sem ela, os defeitos do barco (BOAT_DEFECT e UNKNOWN) */
                class?: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
                /** @description Só as linhas deste texto (de defect-texts), seja qual for a classe */
                descricao_id?: number;
                /** @description Só as linhas que esta fase encontrou */
                detecting_fase_id?: number;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Só as linhas desta gravidade */
                gravidade?: number;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityHeatmapAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.learning": {
        parameters: {
            query?: {
                /** @description Por lugar do barco no modelo, ou por produto */
                by?: "place" | "produto";
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityLearningAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.lost_passes": {
        parameters: {
            query?: {
                /** @description Categoria por que se conta */
                by?: "descricao" | "fase_culpada" | "fase_avaliacao" | "gravidade";
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Só as linhas deste texto (de defect-texts), seja qual for a classe */
                descricao_id?: number;
                /** @description Só as linhas que esta fase encontrou */
                detecting_fase_id?: number;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Só as linhas desta gravidade */
                gravidade?: number;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Primeiro as categorias com mais */
                sort?: "-lost_passes" | "-lost_alone" | "-defects";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityLostPassesAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.overview": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityOverviewAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.pareto": {
        parameters: {
            query?: {
                /** @description Categoria por que se conta */
                by?: "descricao" | "fase_culpada" | "produto" | "familia";
                /** @description Só as linhas desta classe; sem ela, os defeitos do barco (BOAT_DEFECT e UNKNOWN) */
                class?: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Só as linhas deste texto (de defect-texts), seja qual for a classe */
                descricao_id?: number;
                /** @description Só as linhas que esta fase encontrou */
                detecting_fase_id?: number;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Só as linhas desta gravidade */
                gravidade?: number;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityParetoAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.risk": {
        parameters: {
            query?: {
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityRiskAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.standardised": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityStandardisedAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "quality.trend": {
        parameters: {
            query?: {
                /** @description Base dos limites, pelo dia da primeira inspeção: primeiro dia (AAAA-MM-DD) */
                baseline_from?: string;
                /** @description Base dos limites, pelo dia da primeira inspeção: último dia, incluído (AAAA-MM-DD) */
                baseline_to?: string;
                /** @description Mês ou semana */
                bucket?: "month" | "week";
                /** @description Só as linhas desta classe; sem ela, os defeitos do barco (BOAT_DEFECT e UNKNOWN) */
                class?: "BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN";
                /** @description Só as linhas deste texto (de defect-texts), seja qual for a classe */
                descricao_id?: number;
                /** @description Só as linhas que esta fase encontrou */
                detecting_fase_id?: number;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                from?: string;
                /** @description Só as linhas desta gravidade */
                gravidade?: number;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Primeira inspeção do barco: desmolde, ou controlo final onde não o há */
                route_kind?: "DEMOULD" | "FINAL_CONTROL";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia em que o barco passou a primeira inspeção (desmolde, ou controlo final onde não o há) */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityTrendAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "about.queries": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Os nomes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            href: string;
                            name: string;
                            /** @description As perguntas que a usam */
                            services: string[];
                        }[];
                        next_cursor: null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "about.query": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Como está em support.sql */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A consulta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NO_SUCH_QUERY */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "jobs.schedule": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Os horários */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            name: string;
                            /** @description null enquanto nenhum worker a pôs no relógio */
                            next_at: string | null;
                            /** @description Como no cron */
                            pattern: string;
                            timeZone: string;
                        }[];
                        next_cursor: null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "about.services": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As perguntas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            figures: {
                                definition: string;
                                figure: string;
                                limits: string;
                                title: string;
                                unit: string;
                            }[];
                            gates: string[];
                            method: string;
                            name: string;
                            path: string;
                            queries: string[];
                            references: string[];
                            summary: string;
                            tabular: boolean;
                        }[];
                        next_cursor: null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "session.state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Os direitos */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description O número da chave; «local»: o testemunho desta máquina; null: nenhuma */
                        key: string | null;
                        /** @description Pode mandar cargas e tarefas */
                        may_operate: boolean;
                        /** @description Pode ver os números */
                        may_read: boolean;
                        /** @description Pode ver nomes de pessoas */
                        may_see_names: boolean;
                        role: ("reader" | "operator" | "hr") | null;
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "session.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sessão começou; o cookie vem com a resposta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description O número da chave; «local»: o testemunho desta máquina; null: nenhuma */
                        key: string | null;
                        /** @description Pode mandar cargas e tarefas */
                        may_operate: boolean;
                        /** @description Pode ver os números */
                        may_read: boolean;
                        /** @description Pode ver nomes de pessoas */
                        may_see_names: boolean;
                        role: ("reader" | "operator" | "hr") | null;
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST, BAD_BODY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "session.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Já não há sessão */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: boolean;
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST, BAD_BODY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "settings.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As definições */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Setting"][];
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "settings.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null: volta ao de origem */
                    value: number | null;
                };
            };
        };
        responses: {
            /** @description Está decidido */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        before: number | null;
                        /** @enum {string} */
                        counts: "AT_ONCE" | "NEXT_RUN" | "RESTART";
                        /** @description A versão dos dados desde a qual conta; null: ainda não conta */
                        data_version: number | null;
                        name: string;
                        value: number | null;
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST, BAD_BODY, SETTING_OUT_OF_RANGE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NO_SUCH_SETTING */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description SETTING_FIXED, SETTING_BUSY */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "settings.changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As mudanças, as mais recentes primeiro */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            change_id: number;
                            /** @description UTC */
                            decided_at: string;
                            decided_by: string;
                            name: string;
                            /** @description null: voltou ao de origem */
                            value: number | null;
                        }[];
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "settings.classify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null: volta às regras */
                    class: ("BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN") | null;
                    /** @description Maiúsculas, acentos e pontuação não contam */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Está decidido, e contado de novo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        after: ("BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN") | null;
                        before: ("BOAT_DEFECT" | "MOULD" | "PASSED" | "UNKNOWN") | null;
                        data_version: number | null;
                        lines: number;
                        /** @description Os textos do ficheiro que são este */
                        texts: string[];
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST, BAD_BODY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED, ROLE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DEFECT_TEXT_UNKNOWN */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED, SETTING_BUSY */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "smartinventory.consumption_estimate": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia do consumo */
                from?: string;
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia do consumo */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmartinventoryConsumptionEstimateAnswer"];
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "smartinventory.gelcoat_theoretical_usage": {
        parameters: {
            query?: {
                /** @description Por mês, por produto ou por ambos */
                by?: "month" | "product" | "month_product";
                /** @description O next_cursor da página anterior, tal como veio */
                cursor?: string;
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia da criação da ordem, alargado a meses inteiros */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Linhas por página */
                limit?: number;
                /** @description Só as ordens por entregar */
                open_only?: "true" | "false" | "1" | "0";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Ordem das linhas; com «-» antes, do maior para o menor */
                sort?: "month" | "-month" | "orders" | "-orders" | "kg" | "-kg";
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia da criação da ordem, alargado a meses inteiros */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmartinventoryGelcoatTheoreticalUsageAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "smartinventory.wip": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia da criação da ordem */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia da criação da ordem */
                to?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmartinventoryWipAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "smartinventory.wip_mass": {
        parameters: {
            query?: {
                /** @description Família do modelo; ? para as ordens cuja família não se conhece */
                familia?: "K1" | "K2" | "K4" | "C1" | "C2" | "C4" | "other" | "?";
                /** @description Fase (Fase_Id) */
                fase_id?: number;
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Primeiro dia do período (AAAA-MM-DD), pelo dia da criação da ordem */
                from?: string;
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
                /** @description Produto (Produto_Id) */
                produto_id?: number;
                /** @description Último dia do período, incluído (AAAA-MM-DD), pelo dia da criação da ordem */
                to?: string;
                /** @description Passados mais dias do que estes desde a criação, uma ordem por entregar é um barco parado («zombie»); sem ele, o que está nas Definições (de origem 365) */
                zombie_days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmartinventoryWipMassAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "evidence.unanswerable": {
        parameters: {
            query?: {
                /** @description Em vez do cabeçalho Accept; csv-pt é um CSV para pessoas, com títulos, «;» e vírgula decimal, que o Excel abre com dois cliques */
                format?: "json" | "csv" | "csv-pt" | "xlsx";
                /** @description Em que língua vêm títulos, palavras e legenda de um ficheiro (pt) */
                language?: "pt" | "en";
                /** @description Num CSV: se as primeiras linhas, que começam por #, dizem de onde ele vem (true); sem elas também não leva a marca (BOM) com que o Excel reconhece os acentos */
                origin?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resposta com o que a suporta */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceUnanswerableAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            /** @description A resposta é a que já tem (If-None-Match) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOTHING_PUBLISHED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Responde */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
    "health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Está */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            detail: string;
                            name: string;
                            ok: boolean;
                        }[];
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                    };
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Falta alguma coisa */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            detail: string;
                            name: string;
                            ok: boolean;
                        }[];
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                    };
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "health.metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Medidas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description BAD_PARAMETER, BAD_REQUEST, BAD_HOST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_REQUIRED, BAD_KEY */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOST_REFUSED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_ACCEPTABLE */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HEADERS_TOO_LARGE */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNEXPECTED */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TIMEOUT, DATABASE_UNREACHABLE, DATABASE_LOST, DATABASE_OUT_OF_MEMORY, DISK_FULL, READ_ONLY_SERVER, NOT_MIGRATED, DATABASE_NEWER_THAN_CODE, MISSING_RIGHTS */
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
